import type { NextFunction, RequestHandler, Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node';
import { negotiate } from '~/i18n/negotiate';
import { refusalResponse, wantsJson } from '~/platform/http/problem.server';
import { asOutage } from './failure-log.server';
import { inRequestScope } from '~/platform/http/request-scope.server';
import { messages } from '~/site/messages';

export interface Bounds {
  /** Most bytes of a body. */
  readonly standard: number;
  readonly byPrefix: readonly (readonly [prefix: string, bytes: number])[];
}

interface HandlerParts {
  readonly build: ServerBuild;
  readonly bounds: Bounds;
  readonly origin: string;
}

interface RemixHandler {
  readonly handle: RequestHandler;
  /** Answers with the page (or the JSON) of a status, in the person's language, without looking at the body. */
  readonly problem: (status: ProblemStatus) => RequestHandler;
}

const methods = new Set(['GET', 'HEAD', 'POST']);

/** The address asked for, always on our own origin: a path that begins with two slashes would name another host. */
function addressOf(incoming: ExpressRequest, origin: string): URL {
  return new URL(`${origin}${incoming.originalUrl.replace(/^\/*/, '/')}`);
}

const refusals = { 403: 'other-origin', 413: 'too-large', 503: 'not-ready' } as const;
type ProblemStatus = keyof typeof refusals;

/**
 * Hands requests to Remix. Unlike the stock adapter it reads the body first, up to a bound, so that too large a body is a 413
 * before any route runs.
 */
export function remixHandler({ build, bounds, origin }: HandlerParts): RemixHandler {
  const remix = createRequestHandler(build, process.env['NODE_ENV']);
  const answer = async (request: Request, response: ExpressResponse) => {
    const context = { nonce: String(response.locals['nonce']), requestId: String(response.locals['requestId']) };
    const answered = await inRequestScope(async () => asOutage(await remix(request, context)));
    await send(answered, response);
  };
  const problem = (status: ProblemStatus): RequestHandler => (incoming, response, next) => {
    const plain = new Request(`${origin}/problem/${status}`, { headers: requestHeaders(incoming) });
    if (!wantsJson(plain)) return void answer(plain, response).catch(next);
    const t = messages.translator(negotiate(plain.headers.get('accept-language')));
    const title = t(`problem.title.${status}`);
    send(refusalResponse(plain, { status, refusal: refusals[status], title }), response).catch(next);
  };
  const handle: RequestHandler = (incoming, response, next) => {
    respond(incoming, response, next).catch(next);
  };
  async function respond(incoming: ExpressRequest, response: ExpressResponse, next: NextFunction): Promise<void> {
    if (!methods.has(incoming.method)) return void response.status(405).set('Allow', [...methods].join(', ')).end();
    const most = bounds.byPrefix.find(([prefix]) => incoming.path.startsWith(prefix))?.[1] ?? bounds.standard;
    const body = await readBody(incoming, most);
    if (body === 'too-large') {
      response.setHeader('Connection', 'close');
      return void problem(413)(incoming, response, next);
    }
    const abort = new AbortController();
    response.on('close', () => { if (!response.writableFinished) abort.abort(); });
    const request = new Request(addressOf(incoming, origin), {
      method: incoming.method,
      headers: requestHeaders(incoming),
      signal: abort.signal,
      ...(body && { body }),
    });
    await answer(request, response);
  }
  return { handle, problem };
}

async function readBody(incoming: ExpressRequest, most: number): Promise<Buffer<ArrayBuffer> | null | 'too-large'> {
  if (incoming.method === 'GET' || incoming.method === 'HEAD') return null;
  if (Number(incoming.get('content-length') ?? 0) > most) return 'too-large';
  const chunks: Buffer[] = [];
  let size = 0;
  // The stream stays open when reading is given up: its socket still has to carry the refusal.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function requestHeaders(incoming: ExpressRequest): Headers {
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    const name = incoming.rawHeaders[at]!;
    if (!name.startsWith(':')) headers.append(name, incoming.rawHeaders[at + 1]!);
  }
  // Remix compares Origin with the host it is told. Ours was compared before, and a proxy may have changed the host.
  const origin = incoming.get('origin');
  headers.delete('x-forwarded-host');
  if (origin && URL.canParse(origin)) headers.set('x-forwarded-host', new URL(origin).host);
  // The address as the trusted proxies tell it; what the outside wrote into this header is overwritten.
  headers.set('x-client-address', incoming.ip ?? 'unknown');
  return headers;
}

async function send(answer: Response, response: ExpressResponse): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) {
    // A route that brings a policy of its own (a drawing, a document) has it instead of the page's, not beside it.
    if (name === 'content-security-policy') response.setHeader(name, value);
    else response.append(name, value);
  }
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) response.flushHeaders();
  if (!answer.body) response.end();
  else await writeReadableStreamToWritable(answer.body, response);
}
