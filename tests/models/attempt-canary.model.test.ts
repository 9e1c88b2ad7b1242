import { beforeAll, expect, test } from 'vitest';
import { action as answer } from '../../app/routes/attempts.$attemptId.answers';
import { loader as attemptPage } from '../../app/routes/attempts.$attemptId._index';
import { loader as resultPage } from '../../app/routes/attempts.$attemptId.result';
import { action as submit, loader as reviewPage } from '../../app/routes/attempts.$attemptId.submit';
import { action as start, loader as assessmentPage } from '../../app/routes/assessments.$assessment';
import { aPerson } from '../support/a-person';
import { aSession } from '../support/a-session';
import { type AnAssessment, anAssessment } from '../support/an-assessment';
import { anAdministration } from '../support/an-administration';
import { useDatabase } from '../support/database';

const { sql } = useDatabase();

const canary = 'CANARY-7f3a';
let cookie: string;
let assessment: AnAssessment;

beforeAll(async () => {
  const administration = await anAdministration();
  const trainee = await aPerson({ administrationId: administration.id });
  cookie = await aSession(trainee.id);
  assessment = await anAssessment({ canary });
});

interface Sent {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

type Door = (given: { request: Request; params: Record<string, string>; context: never }) => Promise<unknown>;

/** Everything that a loader or an action hands on to the page and its head: nothing else can reach the browser. */
async function visit(door: unknown, { path, params, form, json = false }: { path: string; params: Record<string, string>; form?: Record<string, string>; json?: boolean }): Promise<Sent> {
  const headers = { cookie, ...(json && { accept: 'application/json' }) };
  const request = new Request(`http://localhost:3000${path}`, form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers });
  const outcome = await (door as Door)({ request, params, context: undefined as never }).catch((thrown: unknown) => thrown);
  if (outcome instanceof Response) return { status: outcome.status, location: outcome.headers.get('location'), text: await outcome.text() };
  const { data, init } = outcome as { data: unknown; init?: { status?: number; headers?: unknown } };
  return { status: init?.status ?? 200, location: null, text: JSON.stringify([data, init]) };
}

test('no key, no feedback, no misconception is in any byte that is sent during an attempt', async () => {
  const stored = await sql(`SELECT count(*)::int AS count FROM "ItemKey" WHERE key::text LIKE $1 AND feedback::text LIKE $1 AND misconceptions::text LIKE $1`, [`%${canary}%`]);
  expect(stored[0]?.['count']).toBe(assessment.keys.size);

  const seen: Sent[] = [];
  const see = async (...given: Parameters<typeof visit>) => {
    const sent = await visit(...given);
    seen.push(sent);
    return sent;
  };
  await see(assessmentPage, { path: `/assessments/${assessment.code}`, params: { assessment: assessment.code } });
  const started = await see(start, { path: `/assessments/${assessment.code}`, params: { assessment: assessment.code }, form: {} });
  expect(started.status).toBe(303);
  const attemptId = started.location!.split('/').at(-1)!;
  const params = { attemptId };
  const all = await see(attemptPage, { path: `/attempts/${attemptId}`, params });
  const items = [...new Set(all.text.match(/"id":"q[0-9a-z]{10}"/g))].map((match) => match.slice(6, -1));
  expect(items).toHaveLength(6);
  for (const [index, item] of items.entries()) {
    const page = await see(attemptPage, { path: `/attempts/${attemptId}?q=${index + 1}`, params });
    const option = /"options":\[\{"id":"(o[0-9a-z]{10})"/.exec(page.text)![1]!;
    const form = { answerId: `answer-${index}-x`, number: String(index + 1), item, response: option };
    const saved = await see(answer, { path: `/attempts/${attemptId}/answers`, params, form, json: index % 2 === 0 });
    expect(saved.status).toBe(index % 2 === 0 ? 200 : 303);
  }
  const refused = await see(answer, { path: `/attempts/${attemptId}/answers`, params, form: { answerId: 'answer-old-x', number: '1', item: items[0]!, response: 'o0000000000' } });
  expect(refused.status).toBe(400);
  await see(reviewPage, { path: `/attempts/${attemptId}/submit`, params });
  expect((await see(submit, { path: `/attempts/${attemptId}/submit`, params, form: {} })).location).toBe(`/attempts/${attemptId}/result`);
  const result = await see(resultPage, { path: `/attempts/${attemptId}/result`, params });
  expect(result.text).toContain('"passed"');

  for (const { text } of seen) expect(text).not.toContain(canary);
  // The author's option ids would tell as much as a key: every attempt hides them behind its own.
  for (const { text } of seen) expect(text).not.toMatch(/"(option|correct)":"?[a-d]"/);
});
