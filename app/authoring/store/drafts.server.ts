import { z } from 'zod';
import { type Draft, draftLocale } from '~/authoring/core/draft';
import { publicationContext, publicationMachineVersion, publicationStates } from '~/authoring/core/publication-machine';
import { storedDocument } from '~/authoring/core/publication-record';
import type { AdministrationId, DraftId } from '~/kernel/ids';
import { parseId } from '~/kernel/ids';
import type { Prisma, Reader, Tx } from '~/platform/db.server';

type Row = NonNullable<Awaited<ReturnType<Reader['draft']['findFirst']>>>;

const draftId = z.string().transform((text) => mustBe(parseId('draft', text), text));
const administrationId = z.string().transform((text) => mustBe(parseId('administration', text), text));
const lessonVersionId = z.string().transform((text) => mustBe(parseId('lessonVersion', text), text));

function mustBe<Id>(id: Id | null, text: string): Id {
  if (id === null) throw new Error(`The database holds the malformed id ${text}`);
  return id;
}

const row = z.object({
  id: draftId,
  locale: draftLocale,
  document: storedDocument,
  state: z.enum(publicationStates),
  context: publicationContext,
  machineVersion: z.literal(publicationMachineVersion),
  administrationId,
  publishedVersionId: lessonVersionId.nullable(),
});

/** @throws ZodError for a row that is not a draft: it fails here, not later on a page */
function draftOf(given: Row): Draft {
  const { id, state, context, machineVersion: _, ...parsed } = row.parse(given);
  const { courseId, lessonId, moduleCode, slug, title, summary, documentHash, schemaVersion, revision, createdAt, updatedAt } = given;
  const plain = { courseId, lessonId, moduleCode, slug, title, summary, documentHash, schemaVersion, revision, createdAt, updatedAt };
  return { ...plain, ...parsed, draftId: id, publication: { state, context } };
}

export interface DraftAddress {
  readonly draftId: DraftId;
  readonly administrationId: AdministrationId;
}

export async function findDraft(reader: Reader, { draftId: id, administrationId: owner }: DraftAddress): Promise<Draft | null> {
  const found = await reader.draft.findFirst({ where: { id, administrationId: owner } });
  return found && draftOf(found);
}

/** The draft, locked until the transaction ends: two commands on one draft come one after the other. */
export async function lockDraft(tx: Tx, address: DraftAddress): Promise<Draft | null> {
  await tx.$queryRaw`SELECT 1 FROM "Draft" WHERE id = ${address.draftId} AND "administrationId" = ${address.administrationId} FOR UPDATE`;
  return findDraft(tx, address);
}

/** One opening or publishing at a time per lesson and language, across administrations. Ends with the transaction. */
export async function lockLesson(tx: Tx, { lessonId, locale }: { readonly lessonId: string; readonly locale: string }): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`lesson ${lessonId} ${locale}`}, 0))) AS held`;
}

export async function insertDraft(tx: Tx, draft: Draft): Promise<void> {
  await tx.draft.create({ data: { id: draft.draftId, ...columns(draft), authorId: draft.publication.context.authorId, createdAt: draft.createdAt } });
}

/** Compare-and-set on the revision. @throws Error when the row moved although it was locked */
export async function updateDraft(tx: Tx, draft: Draft): Promise<void> {
  const { count } = await tx.draft.updateMany({ where: { id: draft.draftId, revision: draft.revision - 1 }, data: columns(draft) });
  if (count !== 1) throw new Error(`Draft ${draft.draftId} was not at revision ${draft.revision - 1}`);
}

function columns(draft: Draft) {
  const { courseId, lessonId, moduleCode, slug, locale, title, summary, documentHash, schemaVersion, revision, administrationId: owner } = draft;
  return {
    ...{ courseId, lessonId, moduleCode, slug, locale, title, summary, documentHash, schemaVersion, revision },
    document: asColumn(draft.document),
    state: draft.publication.state,
    context: asColumn(draft.publication.context),
    machineVersion: publicationMachineVersion,
    administrationId: owner,
    baseLessonVersionId: draft.publication.context.baseLessonVersionId,
    publishedVersionId: draft.publishedVersionId,
    updatedAt: draft.updatedAt,
  };
}

/** JSON through JSON: what Prisma stores is exactly what comes back. */
export function asColumn(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value));
}

export interface DraftsWanted {
  readonly administrationId: AdministrationId;
  readonly courseId?: string;
  readonly lessonId?: string;
  readonly locale?: string;
  readonly states: readonly string[];
  readonly atMost: number;
}

/** What a list shows of a draft: everything but its document, which may be large. */
export type DraftSummary = Omit<Draft, 'document'>;

const withoutDocument = {
  ...{ id: true, courseId: true, lessonId: true, moduleCode: true, slug: true, locale: true, title: true, summary: true },
  ...{ documentHash: true, schemaVersion: true, state: true, context: true, machineVersion: true, revision: true },
  ...{ authorId: true, administrationId: true, baseLessonVersionId: true, publishedVersionId: true, createdAt: true, updatedAt: true },
} as const;

/** The drafts of one administration, the latest first. */
export async function listDrafts(reader: Reader, { administrationId: owner, courseId, lessonId, locale, states, atMost }: DraftsWanted): Promise<DraftSummary[]> {
  const rows = await reader.draft.findMany({
    where: {
      administrationId: owner,
      state: { in: [...states] },
      ...(courseId !== undefined && { courseId }),
      ...(lessonId !== undefined && { lessonId }),
      ...(locale !== undefined && { locale }),
    },
    select: withoutDocument,
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: atMost,
  });
  return rows.map((found) => {
    const { document: _, ...summary } = draftOf({ ...found, document: { type: 'doc' } });
    return summary;
  });
}

/** Whether a draft that is still open, of any administration, wants this address for another lesson. */
export async function isAddressWanted(reader: Reader, wanted: { readonly courseId: string; readonly moduleCode: string; readonly slug: string; readonly lessonId: string; readonly states: readonly string[] }): Promise<boolean> {
  const { courseId, moduleCode, slug, lessonId, states } = wanted;
  const found = await reader.draft.findFirst({ where: { courseId, moduleCode, slug, lessonId: { not: lessonId }, state: { in: [...states] } }, select: { id: true } });
  return found !== null;
}

/** The drafts, of whichever administration, whose published version readers see until another one takes its place. */
export async function lockPublishedDrafts(tx: Tx, { lessonId, locale }: { readonly lessonId: string; readonly locale: string }): Promise<Draft[]> {
  await tx.$queryRaw`SELECT 1 FROM "Draft" WHERE "lessonId" = ${lessonId} AND locale = ${locale} AND state = 'published' ORDER BY id FOR UPDATE`;
  const rows = await tx.draft.findMany({ where: { lessonId, locale, state: 'published' }, orderBy: { id: 'asc' } });
  return rows.map(draftOf);
}

/** How many drafts of the administration are open in each course. */
export async function countOpenDrafts(reader: Reader, { administrationId: owner, states }: { readonly administrationId: AdministrationId; readonly states: readonly string[] }): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.draft.groupBy({ by: ['courseId'], where: { administrationId: owner, state: { in: [...states] } }, _count: { _all: true } });
  return new Map(rows.map(({ courseId, _count }) => [courseId, _count._all]));
}
