import { conflictAnswer, refusedAnswer, savedAnswer, type SaveOutcome, type SaveRequest } from '~/authoring/core/save-answer';

/** Browsers refuse to keep a larger body alive after the page has gone. */
const longestKeptAlive = 60_000;

/** Sends a save and says what became of it. A dead line and a struggling server are the same to a writer: try again. */
export async function sendDraft(draftId: string, request: SaveRequest): Promise<SaveOutcome> {
  const body = JSON.stringify(request);
  const response = await post(`/studio/drafts/${draftId}/save`, body);
  if (!response || response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
  if (response.status === 401) return { kind: 'signed-out' };
  const answer = await readJson(response);
  const saved = response.ok ? savedAnswer.safeParse(answer) : null;
  if (saved?.success) return { kind: 'saved', answer: saved.data };
  const conflict = conflictAnswer.safeParse(answer);
  if (conflict.success) return { kind: 'conflict', theirs: conflict.data.theirs };
  const refused = refusedAnswer.safeParse(answer);
  // An answer that is not ours comes from something in between (a captive portal, a proxy): the server has not seen the words.
  return refused.success ? { kind: 'refused', ...refused.data } : { kind: 'unreachable' };
}

async function post(address: string, body: string): Promise<Response | null> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body,
      keepalive: body.length < longestKeptAlive,
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
    });
  } catch (error) {
    // `fetch` says "no line" with a TypeError and "too slow" with a DOMException.
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}
