import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { aContentFolder } from '../../tests/support/a-content-folder';
import { aPerson, type APerson } from '../../tests/support/a-person';
import { aSession } from '../../tests/support/a-session';
import { anAdministration } from '../../tests/support/an-administration';
import { useDatabase } from '../../tests/support/database';
import { loadContent } from '~/content/commands/load-content.server';
import { publishedCourse } from '~/content/queries/published-course.server';
import { db } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import { action as courseAction } from './courses_.$course';
import { loader as modulePage } from './courses_.$course_.$module';
import { action as markRead, loader as lessonPage } from './courses_.$course_.$module_.$lesson';
import { loader as mediaFile } from './media.$hash';

const { sql } = useDatabase();
const path = '/courses/seals/reading/first';
const params = { course: 'seals', module: 'reading', lesson: 'first' };
let trainee: APerson;
let cookie: string;

beforeAll(async () => {
  await loadContent({ folder: aContentFolder(), now: new Date('2026-11-24T08:00:00Z') });
  trainee = await aPerson({ administrationId: (await anAdministration()).id });
  cookie = await aSession(trainee.id);
}, 120_000);

interface Asked {
  readonly path: string;
  readonly params?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly form?: Record<string, string>;
}

function asked({ path: address, params: given = {}, headers = {}, form }: Asked): LoaderFunctionArgs & ActionFunctionArgs {
  const request = new Request(`http://localhost:3000${address}`, form ? { method: 'POST', body: new URLSearchParams(form), headers } : { headers });
  return { request, params: given, context: { nonce: '', requestId: '' } };
}

/** Status and headers of the answer, whether it was returned or thrown, as a response or as data. */
async function answerOf(work: unknown): Promise<{ readonly status: number; readonly headers: Headers }> {
  const answer: unknown = await Promise.resolve(work).catch((error: unknown) => error);
  if (answer instanceof Response) return answer;
  if (answer instanceof Error) throw answer;
  const { init } = answer as { init: ResponseInit | null };
  return { status: init?.status ?? 200, headers: new Headers(init?.headers) };
}

const lesson = (headers: Record<string, string>, query = '') => answerOf(lessonPage(asked({ path: `${path}${query}`, params, headers })));

async function onPage() {
  const course = await publishedCourse(db, 'seals');
  return { courseVersionId: course?.id ?? '', lessonVersionId: course?.document.modules[0]?.lessons[0]?.versions.en?.versionId ?? '' };
}

describe('a lesson page', () => {
  test('is kept by the browser and asked for again: a second look is a 304', async () => {
    const first = await lesson({ cookie });
    expect([first.status, first.headers.get('cache-control'), first.headers.get('vary')]).toEqual([200, 'private, no-cache', 'Cookie, Accept-Language']);
    const tag = first.headers.get('etag') ?? '';
    expect((await lesson({ cookie, 'if-none-match': tag })).status).toBe(304);
    expect((await lesson({ cookie, 'if-none-match': `"other", ${tag}` })).status).toBe(304);
  });

  test('is another page in another language, for another person, with an answer, or once it is read', async () => {
    const tagOf = async (headers: Record<string, string>, query?: string) => (await lesson(headers, query)).headers.get('etag');
    const colleague = await aPerson({ administrationId: (await anAdministration()).id, name: 'Bilal Haddad' });
    const plain = await tagOf({ cookie });
    const others = [await tagOf({ cookie, 'accept-language': 'fr' }), await tagOf({ cookie }, '?st-p-seals-01=a'), await tagOf({ cookie: await aSession(colleague.id) })];
    await markRead(asked({ path, params, headers: { cookie }, form: await onPage() }));
    others.push(await tagOf({ cookie }));
    expect(new Set([plain, ...others]).size).toBe(5);
  });

  test('asks a stranger to sign in, and leads back', async () => {
    const answer = await lesson({});
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/login?next=${encodeURIComponent(path)}`]);
  });

  test('that is not there is a 404', async () => {
    expect((await answerOf(lessonPage(asked({ path: '/courses/seals/reading/x', params: { ...params, lesson: 'x' }, headers: { cookie } })))).status).toBe(404);
  });
});

describe('marking a lesson as read', () => {
  const mark = async (headers: Record<string, string>, form: Record<string, string>) => answerOf(markRead(asked({ path, params, headers, form })));

  test('leads on to the next lesson', async () => {
    const answer = await mark({ cookie }, await onPage());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/courses/seals/reading/second']);
  });

  test('is the trainee’s alone, and a forged form changes nothing', async () => {
    const auditor = await aPerson({ administrationId: (await anAdministration()).id, role: 'auditor' });
    const before = await sql('SELECT count(*) FROM "LessonReading"');
    expect((await mark({}, await onPage())).status).toBe(401);
    expect((await mark({ cookie: await aSession(auditor.id) }, await onPage())).status).toBe(403);
    expect((await mark({ cookie }, { courseVersionId: 'x', lessonVersionId: 'y' })).status).toBe(400);
    expect((await mark({ cookie }, { ...(await onPage()), courseVersionId: newId('courseVersion') })).status).toBe(404);
    expect(await sql('SELECT count(*) FROM "LessonReading"')).toEqual(before);
  });
});

test('starting a course leads to its first lesson; anything else that is sent there is refused', async () => {
  const newcomer = await aSession((await aPerson({ administrationId: (await anAdministration()).id })).id);
  const send = (form: Record<string, string>, course = 'seals') => answerOf(courseAction(asked({ path: `/courses/${course}`, params: { course }, headers: { cookie: newcomer }, form })));
  expect((await send({ intent: 'newest-edition' })).status).toBe(409);
  const started = await send({ intent: 'start' });
  expect([started.status, started.headers.get('location')]).toEqual([303, path]);
  expect((await send({ intent: 'delete' })).status).toBe(400);
  expect((await send({ intent: 'start' }, 'other')).status).toBe(404);
});

test('a module is a part of its course’s page', async () => {
  const open = (module: string) => answerOf(modulePage(asked({ path: `/courses/seals/${module}`, params: { course: 'seals', module } })));
  expect((await open('reading')).headers.get('location')).toBe('/courses/seals#module-reading');
  expect((await open('other')).status).toBe(404);
});

test('a figure is served for good, and can do nothing when it is opened alone', async () => {
  const hash = (await publishedCourse(db, 'seals'))?.document.figures['seal']?.fr.hash ?? '';
  const { status, headers } = await answerOf(mediaFile(asked({ path: `/media/${hash}`, params: { hash } })));
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'image/svg+xml', 'public, max-age=31536000, immutable']);
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
  expect((await answerOf(mediaFile(asked({ path: '/media/x', params: { hash: '../x' } })))).status).toBe(404);
});
