import type { DraftHead, DraftPage } from '~/authoring/core/draft-views';
import { possibilities } from '~/authoring/core/publication';
import { openStates } from '~/authoring/core/publication-machine';
import { type DraftAddress, findDraft, listDrafts } from '~/authoring/store/drafts.server';
import { publishedCourseById } from '~/content/queries/published-course.server';
import { personNames } from '~/identity/queries/person-names.server';
import type { PersonId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import { courseShelf } from './course-shelf.server';

interface Wanted extends DraftAddress {
  readonly personId: PersonId;
}

/** The draft with its course, for the query files of this folder; null for another administration's. */
export async function draftWithCourse(reader: Reader, { draftId, administrationId, personId }: Wanted) {
  const draft = await findDraft(reader, { draftId, administrationId });
  const course = draft && (await publishedCourseById(reader, draft.courseId));
  if (!draft || !course) return null;
  const names = await personNames(reader, draft.publication.context.writers);
  const { title, locale, revision, documentHash, publication } = draft;
  const head: DraftHead = {
    ...{ draftId, title, locale, revision, documentHash, state: publication.state },
    course: { code: course.document.code, title: course.document.title },
    moduleTitle: course.document.modules.find(({ code }) => code === draft.moduleCode)?.title ?? null,
    writers: publication.context.writers.map((id) => names.get(id) ?? id),
    may: possibilities(publication, personId),
  };
  return { draft, course, head };
}

/** The editor's page. */
export async function draftPage(reader: Reader, wanted: Wanted): Promise<DraftPage | null> {
  const found = await draftWithCourse(reader, wanted);
  if (!found) return null;
  const { draft, course, head } = found;
  const { lessonId, locale, title, summary, document } = draft;
  const siblings = await listDrafts(reader, { administrationId: wanted.administrationId, lessonId, locale, states: openStates, atMost: 10 });
  return {
    ...head,
    text: { title, summary, document },
    shelf: await courseShelf(reader, { course: course.document, locale }),
    others: siblings.filter((other) => other.draftId !== draft.draftId).map((other) => ({ draftId: other.draftId, title: other.title })),
  };
}
