import type { DraftLine } from '~/authoring/core/draft-line';
import { openStates } from '~/authoring/core/publication-machine';
import { countOpenDrafts, type DraftSummary, listDrafts } from '~/authoring/store/drafts.server';
import { publishedCourses } from '~/content/queries/published-course.server';
import { personNames } from '~/identity/queries/person-names.server';
import type { AdministrationId, PersonId } from '~/kernel/ids';
import type { Localized } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';

/** More open drafts than one administration writes at a time. */
const mostOpen = 300;
const mostFinished = 10;

export interface StudioHome {
  readonly waiting: readonly DraftLine[];
  readonly yours: readonly DraftLine[];
  readonly others: readonly DraftLine[];
  readonly finished: readonly DraftLine[];
  readonly courses: readonly { readonly code: string; readonly title: Localized; readonly modules: number; readonly lessons: number; readonly drafts: number }[];
}

/** What an instructor meets first: what waits for them, what they write, what they could write. */
export async function studioHome(reader: Reader, { administrationId, personId }: { readonly administrationId: AdministrationId; readonly personId: PersonId }): Promise<StudioHome> {
  const courses = await publishedCourses(reader);
  const open = await listDrafts(reader, { administrationId, states: openStates, atMost: mostOpen });
  const finished = await listDrafts(reader, { administrationId, states: ['published', 'superseded', 'withdrawn'], atMost: mostFinished });
  const titles = new Map(courses.map((course) => [course.courseId, course.document.title]));
  const names = await personNames(reader, [...open, ...finished].flatMap((draft) => draft.publication.context.writers));
  const line = (draft: DraftSummary) => draftLine(draft, { names, courseTitle: titles.get(draft.courseId) ?? null });
  const isMine = ({ publication }: DraftSummary) => publication.context.writers.includes(personId);
  const isWaiting = (draft: DraftSummary) => draft.publication.state === 'inReview' && !isMine(draft);
  const counts = await countOpenDrafts(reader, { administrationId, states: openStates });
  return {
    waiting: open.filter(isWaiting).map(line),
    yours: open.filter(isMine).map(line),
    others: open.filter((draft) => !isMine(draft) && !isWaiting(draft)).map(line),
    finished: finished.map(line),
    courses: courses.map(({ courseId, document: { code, title, modules } }) => ({
      ...{ code, title, modules: modules.length },
      lessons: modules.reduce((sum, module) => sum + module.lessons.length, 0),
      drafts: counts.get(courseId) ?? 0,
    })),
  };
}

interface LineFacts {
  readonly names: ReadonlyMap<string, string>;
  readonly courseTitle: Localized | null;
}

export function draftLine(draft: DraftSummary, { names, courseTitle }: LineFacts): DraftLine {
  const { draftId, title, locale, publication, updatedAt } = draft;
  const writers = publication.context.writers.map((id) => names.get(id) ?? id);
  return { draftId, title, locale, state: publication.state, courseTitle, writers, updatedAt };
}
