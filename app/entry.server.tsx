import { PassThrough } from 'node:stream';
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { logFailure } from './boot/failure-log.server';
import { NonceContext } from './site/nonce';
import { RequestIdContext } from './site/request-id';

export { serve } from './boot/serve.server';

/** A page whose routes are all `light` has nothing to stream: one synchronous string is the cheapest way to make it. */
function isLight(context: EntryContext): boolean {
  const matches = context.staticHandlerContext.matches;
  return matches.some((match) => {
    const module = context.routeModules[match.route.id];
    return (module?.handle as { light?: boolean } | undefined)?.light === true;
  });
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> | Response {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  const page = (
    <NonceContext.Provider value={nonce}>
      <RequestIdContext.Provider value={requestId}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </RequestIdContext.Provider>
    </NonceContext.Provider>
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
