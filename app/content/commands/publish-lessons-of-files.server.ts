import type { CompiledLesson } from '~/content/core/compile-text';
import type { CourseContent, LessonContent } from '~/content/core/content-tree';
import { type CourseDocument, lessonsInOrder, type LessonPin } from '~/content/core/course-document';
import { lessonContentHash, pinOf } from '~/content/core/lesson-pin';
import { insertLessonVersion, lessonHistories, saveLessonPlaces } from '~/content/store/lessons.server';
import { systemActor } from '~/kernel/actor';
import type { LessonVersionId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { type Locale, locales } from '~/kernel/locale';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import type { Tx } from '~/platform/db.server';
import { newId } from '~/platform/random.server';

interface LessonsOfFiles {
  readonly content: CourseContent;
  readonly newest: CourseDocument | null;
  readonly now: Instant;
}

interface PublishedLessons {
  readonly published: number;
  readonly pin: (lesson: LessonContent, locale: Locale) => LessonPin;
}

/**
 * A lesson is published again when its file says something else than the last time a file was loaded. So an unchanged file leaves
 * alone what the studio has published since, and a changed one becomes a new version beside it.
 */
export async function publishLessonsOfFiles(tx: Tx, { content, newest, now }: LessonsOfFiles): Promise<PublishedLessons> {
  const courseId = content.course.value.uuid;
  const lessons = content.modules.flatMap(({ module, lessons: inModule }) => inModule.map((lesson) => ({ lesson, moduleCode: module.value.code })));
  const histories = await lessonHistories(tx, { lessonIds: lessons.map(({ lesson }) => lesson.entry.uuid), filesActor: systemActor.id });
  const pinned = new Map((newest ? lessonsInOrder(newest) : []).map(({ lesson }) => [lesson.id, lesson.versions]));
  await saveLessonPlaces(tx, newPlaces({ lessons, histories: new Set(histories.map(({ lessonId }) => lessonId)), courseId }));
  const pins = new Map<string, LessonPin>();
  let published = 0;
  for (const { lesson } of lessons) {
    for (const locale of locales) {
      const text = lesson.texts[locale];
      const history = histories.find(({ lessonId, locale: spoken }) => lessonId === lesson.entry.uuid && spoken === locale);
      const before = history?.fromFiles;
      if (before && same(before, text)) pins.set(`${lesson.entry.uuid} ${locale}`, pinned.get(lesson.entry.uuid)?.[locale] ?? pinOf(before.id, text));
      else {
        const id = await publishOne(tx, { lessonId: lesson.entry.uuid, locale, text, number: (history?.newestNumber ?? 0) + 1, now });
        pins.set(`${lesson.entry.uuid} ${locale}`, pinOf(id, text));
        published += 1;
      }
    }
  }
  return { published, pin: (lesson, locale) => pins.get(`${lesson.entry.uuid} ${locale}`)! };
}

interface Places {
  readonly lessons: readonly { readonly lesson: LessonContent; readonly moduleCode: string }[];
  readonly histories: ReadonlySet<string>;
  readonly courseId: string;
}

/** A lesson must exist before its versions do. Its address is settled with the edition, when all others have theirs. */
function newPlaces({ lessons, histories, courseId }: Places) {
  const unknown = lessons.filter(({ lesson }) => !histories.has(lesson.entry.uuid));
  return unknown.map(({ lesson, moduleCode }) => ({ id: lesson.entry.uuid as string, courseId, moduleCode, slug: `new ${lesson.entry.uuid}` }));
}

function same(before: { readonly title: string; readonly summary: string; readonly documentHash: string }, text: CompiledLesson): boolean {
  return before.title === text.title && before.summary === text.summary && before.documentHash === text.document.documentHash;
}

interface OneLesson {
  readonly lessonId: string;
  readonly locale: Locale;
  readonly text: CompiledLesson;
  readonly number: number;
  readonly now: Instant;
}

async function publishOne(tx: Tx, { lessonId, locale, text, number, now }: OneLesson): Promise<LessonVersionId> {
  const id = newId('lessonVersion');
  const { json, documentHash, schemaVersion } = text.document;
  const { title, summary } = text;
  const by = { publishedAt: now, publishedBy: systemActor.id, approvedBy: systemActor.id };
  await insertLessonVersion(tx, { id, lessonId, locale, number, title, summary, document: json, documentHash, schemaVersion, ...by });
  const record = { thing: 'lesson', versionId: id, contentHash: lessonContentHash({ title, summary, documentHash }), publishedAt: now.toISOString() } as const;
  await appendToLedger(tx, { type: 'version-published', record, actor: systemActor, subjectId: lessonId, recordedAt: now });
  return id;
}
