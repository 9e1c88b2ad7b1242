import { systemActor } from '~/kernel/actor';
import type { Instant } from '~/kernel/instant';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import type { Tx } from '~/platform/db.server';
import { newId } from '~/platform/random.server';
import { bytesHash, contentHash } from '~/content/core/digest';
import type { CourseContent, FigureContent } from '~/content/core/content-tree';
import type { LocalizedFigure } from '~/content/core/course-document';
import { assessmentsFromFiles, courseFromFiles } from '~/content/core/course-from-files';
import { findNewestAssessment, insertAssessmentVersion } from '~/content/store/assessments.server';
import { findNewestCourseVersion, lockCourse } from '~/content/store/courses.server';
import { insertMissingMedia } from '~/content/store/media.server';
import { utf8 } from '~/kernel/bytes';
import { locales } from '~/kernel/locale';
import { publishEdition } from './publish-edition.server';
import { publishItems } from './publish-items.server';
import { publishLessonsOfFiles } from './publish-lessons-of-files.server';

export interface CoursePublished {
  readonly code: string;
  /** How many new versions there are of each kind of thing. */
  readonly lessons: number;
  readonly items: number;
  readonly assessments: number;
  /** The number of the course's newest edition, and whether this load made it. */
  readonly edition: number;
  readonly newEdition: boolean;
}

/** Publishes what the files of one course say and the database does not have yet. */
export async function publishCourse(tx: Tx, { content, now }: { readonly content: CourseContent; readonly now: Instant }): Promise<CoursePublished> {
  const { uuid: courseId, code } = content.course.value;
  await lockCourse(tx, { id: courseId, code });
  const newest = await findNewestCourseVersion(tx, { courseId });
  const figures = await publishFigures(tx, { figures: content.figures, now });
  const items = await publishItems(tx, { content, figures, now });
  const lessons = await publishLessonsOfFiles(tx, { content, newest: newest?.document ?? null, now });
  const document = courseFromFiles({ content, newest: newest?.document ?? null, pinned: { lesson: lessons.pin, practiceItems: items.practiceItems, figures } });
  // Not when the newest edition already says the same.
  const newEdition = newest?.hash !== contentHash(document);
  const edition = (newest?.number ?? 0) + (newEdition ? 1 : 0);
  if (newEdition) await publishEdition(tx, { courseId, number: edition, document, actor: systemActor, now });
  const assessments = await publishAssessments(tx, { content, now });
  return { code, lessons: lessons.published, items: items.published, assessments, edition, newEdition };
}

async function publishFigures(tx: Tx, { figures, now }: { readonly figures: readonly FigureContent[]; readonly now: Instant }): Promise<Record<string, LocalizedFigure>> {
  const media = figures.flatMap(({ figure, svg, width, height }) =>
    locales.map((locale) => {
      const bytes = new Uint8Array(utf8(svg[locale]));
      const { code, alt, longDescription } = figure.value;
      const words = { alt: alt[locale], longDescription: longDescription?.[locale] ?? null };
      return { hash: bytesHash(bytes), code, locale, mime: 'image/svg+xml', bytes, width, height, ...words, createdAt: now };
    }),
  );
  await insertMissingMedia(tx, media);
  const pin = (code: string, locale: string) => {
    const { hash, width, height, alt, longDescription } = media.find((one) => one.code === code && one.locale === locale)!;
    return { hash, width, height, alt, longDescription };
  };
  return Object.fromEntries(figures.map(({ figure: { value } }) => [value.code, { en: pin(value.code, 'en'), fr: pin(value.code, 'fr') }]));
}

async function publishAssessments(tx: Tx, { content, now }: { readonly content: CourseContent; readonly now: Instant }): Promise<number> {
  let published = 0;
  for (const { id, definition } of assessmentsFromFiles(content)) {
    const hash = contentHash(definition);
    const newest = await findNewestAssessment(tx, { assessmentId: id });
    if (newest?.hash === hash) continue;
    const assessmentVersionId = newId('assessmentVersion');
    const version = { assessmentId: id, assessmentVersionId, courseId: content.course.value.uuid, number: (newest?.number ?? 0) + 1, hash, definition };
    await insertAssessmentVersion(tx, { version, publishedAt: now });
    const record = { thing: 'assessment', versionId: assessmentVersionId, contentHash: hash, publishedAt: now.toISOString() } as const;
    await appendToLedger(tx, { type: 'version-published', record, actor: systemActor, subjectId: id, recordedAt: now });
    published += 1;
  }
  return published;
}
