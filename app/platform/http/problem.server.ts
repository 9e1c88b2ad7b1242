/** RFC 9457 media type. */
const problemJson = 'application/problem+json';

export function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  return /application\/(problem\+)?json/.test(accept) && !accept.includes('text/html');
}

export interface Problem {
  readonly status: number;
  /** The refusal's name: stable, in English, for machines. */
  readonly refusal: string;
  /** The refusal's words in the person's language. */
  readonly title: string;
  readonly fields?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A refusal as an answer, to be thrown or returned from a loader or an action: `application/problem+json` (RFC 9457) for JSON
 * clients; for browsers the error boundary shows the words.
 */
export function refusalResponse(request: Request, { status, refusal, title, fields, headers }: Problem): Response {
  const body = { type: 'about:blank', title, status, refusal, ...(fields && { fields }) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': wantsJson(request) ? problemJson : 'application/json', 'cache-control': 'no-store', ...headers },
  });
}

/** 404 for what is not there, is not yours, or has a malformed address: they are not told apart. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}
