import { PassThrough } from 'node:stream';
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { logFailure } from './boot/failure-log.server';
import { problemOf } from './boot/json-problem';
import { wantsJson } from './platform/http/problem.server';
import { ServedContext } from './site/request-id';

export { serve } from './boot/serve.server';

/** A page whose routes are all `light` has nothing to stream: one synchronous string is the cheapest way to make it. */
function isLight(context: EntryContext): boolean {
  const matches = context.staticHandlerContext.matches;
  return matches.some((match) => {
    const module = context.routeModules[match.route.id];
    return (module?.handle as { light?: boolean } | undefined)?.light === true;
  });
}

/** What the loader of a page says to JSON clients, where the page's handle offers it (`json: true`). */
function saidToPrograms({ staticHandlerContext: { matches, loaderData }, routeModules }: EntryContext): unknown {
  const leaf = matches.at(-1)?.route.id ?? '';
  const handle = routeModules[leaf]?.handle as { json?: boolean } | undefined;
  return handle?.json ? loaderData[leaf] : undefined;
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> | Response {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
  if (status >= 400 && wantsJson(request)) {
    headers.set('Content-Type', 'application/problem+json');
    return new Response(JSON.stringify(problemOf({ status, errors: context.staticHandlerContext.errors, requestId })), { status, headers });
  }
  // A JSON client that sent a form gets what the action says of it: no page is rendered for a receipt.
  const receipt: unknown = wantsJson(request) ? (Object.values(context.staticHandlerContext.actionData ?? {})[0] ?? saidToPrograms(context)) : undefined;
  if (receipt !== undefined) {
    headers.set('Content-Type', 'application/json');
    return new Response(JSON.stringify(receipt), { status, headers });
  }
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const page = (
    <ServedContext.Provider value={{ requestId, nonce }}>
      <RemixServer context={context} url={request.url} nonce={nonce} />
    </ServedContext.Provider>
  );
  if (isLight(context)) return new Response(`<!DOCTYPE html>${renderToString(page)}`, { status, headers });
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { status: finalStatus, headers }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        finalStatus = 500;
        logFailure({ error, request, errorId: requestId });
      },
    });
  });
}

/** Called by Remix for every exception in a loader, an action or a render: the one boundary that logs them. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  logFailure({ error, request, errorId: context.requestId });
}
