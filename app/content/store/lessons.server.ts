import { isRichText, type RichTextJson } from '~/content/core/item';
import { type LessonVersionId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { type Locale, parseLocale } from '~/kernel/locale';
import type { Reader, Tx } from '~/platform/db.server';

/** An immutable edition of a lesson in one language. */
export interface LessonVersion {
  readonly id: LessonVersionId;
  readonly lessonId: string;
  readonly locale: Locale;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly document: RichTextJson;
  readonly documentHash: string;
  readonly schemaVersion: number;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly approvedBy: string;
}

export interface LessonPlace {
  readonly id: string;
  readonly courseId: string;
  readonly moduleCode: string;
  readonly slug: string;
}

export function toLessonVersion(row: Omit<LessonVersion, 'id' | 'locale' | 'document'> & { id: string; locale: string; document: unknown }): LessonVersion {
  const id = parseId('lessonVersion', row.id);
  const locale = parseLocale(row.locale);
  const { document } = row;
  if (!id || !locale || !isRichText(document)) throw new Error(`${row.id} is no lesson version`);
  return { ...row, id, locale, document };
}

export async function findLessonVersion(reader: Reader, id: LessonVersionId): Promise<LessonVersion | null> {
  const row = await reader.lessonVersion.findUnique({ where: { id } });
  return row && toLessonVersion(row);
}

/** Puts lessons in their places. Two that swap addresses first step aside: the address is unique at every moment. */
export async function saveLessonPlaces(tx: Tx, places: readonly LessonPlace[]): Promise<void> {
  const existing = await tx.lesson.findMany({ where: { id: { in: places.map(({ id }) => id) } } });
  const before = new Map(existing.map((lesson) => [lesson.id, lesson]));
  const moved = places.filter(({ id, courseId, moduleCode, slug }) => {
    const old = before.get(id);
    return old && (old.courseId !== courseId || old.moduleCode !== moduleCode || old.slug !== slug);
  });
  for (const { id } of moved) await tx.lesson.update({ where: { id }, data: { slug: `moving ${id}` } });
  for (const { id, ...place } of moved) await tx.lesson.update({ where: { id }, data: place });
  await tx.lesson.createMany({ data: places.filter(({ id }) => !before.has(id)).map((place) => ({ ...place })) });
}

/** Lessons that left the course give their address free; they and their versions stay. */
export async function freeLessonPlaces(tx: Tx, { courseId, staying }: { readonly courseId: string; readonly staying: readonly string[] }): Promise<void> {
  const gone = await tx.lesson.findMany({ where: { courseId, id: { notIn: [...staying] }, NOT: { slug: { startsWith: 'left ' } } } });
  for (const { id } of gone) await tx.lesson.update({ where: { id }, data: { slug: `left ${id}` } });
}

export async function findLessonAt(reader: Reader | Tx, place: Omit<LessonPlace, 'id'>): Promise<string | null> {
  const row = await reader.lesson.findUnique({ where: { courseId_moduleCode_slug: { courseId: place.courseId, moduleCode: place.moduleCode, slug: place.slug } } });
  return row?.id ?? null;
}

/** What is known of the versions of one lesson in one language without opening their documents. */
export interface LessonHistory {
  readonly lessonId: string;
  readonly locale: string;
  readonly newestNumber: number;
  /** The newest version that came from the files, if one did. */
  readonly fromFiles: { readonly id: LessonVersionId; readonly title: string; readonly summary: string; readonly documentHash: string } | null;
}

export async function lessonHistories(tx: Tx, { lessonIds, filesActor }: { readonly lessonIds: readonly string[]; readonly filesActor: string }): Promise<LessonHistory[]> {
  const rows = await tx.lessonVersion.findMany({
    where: { lessonId: { in: [...lessonIds] } },
    orderBy: { number: 'asc' },
    select: { id: true, lessonId: true, locale: true, number: true, title: true, summary: true, documentHash: true, publishedBy: true },
  });
  const histories = new Map<string, LessonHistory>();
  for (const { id, lessonId, locale, number, title, summary, documentHash, publishedBy } of rows) {
    const key = `${lessonId} ${locale}`;
    const versionId = parseId('lessonVersion', id);
    const file = publishedBy === filesActor && versionId ? { id: versionId, title, summary, documentHash } : (histories.get(key)?.fromFiles ?? null);
    histories.set(key, { lessonId, locale, newestNumber: number, fromFiles: file });
  }
  return [...histories.values()];
}

export async function newestLessonNumber(tx: Tx, { lessonId, locale }: { readonly lessonId: string; readonly locale: Locale }): Promise<number> {
  const row = await tx.lessonVersion.findFirst({ where: { lessonId, locale }, orderBy: { number: 'desc' }, select: { number: true } });
  return row?.number ?? 0;
}

export async function insertLessonVersion(tx: Tx, version: LessonVersion): Promise<void> {
  const document = JSON.parse(JSON.stringify(version.document));
  await tx.lessonVersion.create({ data: { ...version, document } });
}
