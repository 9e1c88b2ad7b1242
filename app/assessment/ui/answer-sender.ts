import type { UnsentAnswer } from './answer-outbox';

/** What the server said of an answer, or that it said nothing. */
export type Sent =
  | { readonly outcome: 'saved'; readonly savedAt: string; readonly response: readonly string[] }
  /** It will not be saved, however often it is sent. */
  | { readonly outcome: 'refused'; readonly refusal: string }
  | { readonly outcome: 'signed-out' }
  /** The line is down or the server busy: try again, not before so many milliseconds where the server said so. */
  | { readonly outcome: 'unreachable'; readonly waitAtLeast: number };

const patience = 15_000;

/** Sends one answer. Never throws: what happens to a line is an outcome. */
export async function sendAnswer(answer: UnsentAnswer, ask: typeof fetch = fetch): Promise<Sent> {
  const body = new URLSearchParams([
    ['answerId', answer.answerId],
    ['number', String(answer.number)],
    ['item', answer.item],
    ...answer.response.map((option) => ['response', option]),
  ]);
  const reply = await ask(`/attempts/${answer.attemptId}/answers`, {
    method: 'POST',
    body,
    headers: { Accept: 'application/json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  }).catch(() => null);
  return reply ? readReply(reply) : { outcome: 'unreachable', waitAtLeast: 0 };
}

async function readReply(reply: Response): Promise<Sent> {
  if (reply.status === 401 || reply.type === 'opaqueredirect') return { outcome: 'signed-out' };
  if (reply.status === 429 || reply.status >= 500) return { outcome: 'unreachable', waitAtLeast: retryAfter(reply.headers.get('Retry-After')) };
  const body: unknown = await reply.json().catch(() => null);
  if (!isObject(body)) return { outcome: 'unreachable', waitAtLeast: 0 };
  if (!reply.ok) return { outcome: 'refused', refusal: String(body['refusal'] ?? reply.status) };
  const { savedAt, response } = body;
  if (typeof savedAt !== 'string') return { outcome: 'unreachable', waitAtLeast: 0 };
  return { outcome: 'saved', savedAt, response: Array.isArray(response) ? response.map(String) : [] };
}

/** Seconds as RFC 9110 §10.2.3 allows them; a date is answered with the usual wait. */
function retryAfter(text: string | null): number {
  const seconds = Number(text ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 300) * 1000 : 0;
}

/** Doubling from one second to half a minute, spread so that a post full of machines does not return at once. */
export function backoff(failures: number, { waitAtLeast, spread }: { readonly waitAtLeast: number; readonly spread: number }): number {
  const usual = Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1));
  return Math.max(waitAtLeast, usual / 2) + (usual / 2) * spread;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
