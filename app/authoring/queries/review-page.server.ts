import type { Draft, LessonText } from '~/authoring/core/draft';
import type { Against, ReviewPage } from '~/authoring/core/draft-views';
import { lessonDifference } from '~/authoring/core/lesson-difference';
import { findPublicationEvent, listReviewSteps } from '~/authoring/store/publication-events.server';
import { type CourseDocument, lessonsInOrder } from '~/content/core/course-document';
import { lessonVersion } from '~/content/queries/lesson-version.server';
import { personNames } from '~/identity/queries/person-names.server';
import { type AdministrationId, type DraftId, type LessonVersionId, type PersonId, parseId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import { draftWithCourse } from './draft-page.server';

interface Wanted {
  readonly draftId: DraftId;
  readonly administrationId: AdministrationId;
  readonly personId: PersonId;
  /** Compare with the text at this step of the record instead of the published version. */
  readonly since: number | null;
}

/** Everything a second person needs to judge a draft; null for another administration's. */
export async function reviewPage(reader: Reader, { since, ...wanted }: Wanted): Promise<ReviewPage | null> {
  const found = await draftWithCourse(reader, wanted);
  if (!found) return null;
  const { draft, course, head } = found;
  const { publication, publishedVersionId } = draft;
  const newest = publishedPin(course.document, draft);
  const base = await baseText(reader, { draft, since, versionId: comparedVersion(draft, newest) });
  const steps = await listReviewSteps(reader, draft.draftId);
  const names = await personNames(reader, [...steps.map(({ actorId }) => actorId), ...(publication.context.approved ? [publication.context.approved.by] : [])]);
  const nameOf = (id: string) => names.get(id) ?? id;
  const isOpen = ['draft', 'inReview', 'changesRequested', 'approved'].includes(publication.state);
  return {
    ...head,
    summary: draft.summary,
    against: base.against,
    difference: lessonDifference(base.text, draft),
    history: steps.map(({ sequence, type, actorId, at, comment, documentHash }) => {
      const copiedFrom = type === 'OPEN' ? parseId('draft', comment) : null;
      return { sequence, type, by: nameOf(actorId), at, comment: copiedFrom ? '' : comment, copiedFrom, documentHash };
    }),
    movedOn: isOpen && newest !== publication.context.baseLessonVersionId,
    isWriter: publication.context.writers.includes(wanted.personId),
    approvedBy: publication.context.approved && nameOf(publication.context.approved.by),
    mayTakeBackPublished: publication.state === 'published' && publishedVersionId === newest && publication.context.baseLessonVersionId !== null,
  };
}

function publishedPin(course: CourseDocument, { lessonId, locale }: Draft) {
  return lessonsInOrder(course).find(({ lesson }) => lesson.id === lessonId)?.lesson.versions[locale]?.versionId ?? null;
}

/** An open draft is compared with what readers see now; a finished one with what it was written from. */
function comparedVersion({ publication }: Draft, newest: LessonVersionId | null): LessonVersionId | null {
  const isOver = ['published', 'superseded', 'withdrawn'].includes(publication.state);
  return isOver ? parseId('lessonVersion', publication.context.baseLessonVersionId) : newest;
}

interface BaseWanted {
  readonly draft: Draft;
  readonly since: number | null;
  readonly versionId: LessonVersionId | null;
}

async function baseText(reader: Reader, { draft, since, versionId }: BaseWanted): Promise<{ readonly text: LessonText | null; readonly against: Against }> {
  const step = since === null ? null : await findPublicationEvent(reader, { draftId: draft.draftId, sequence: since });
  if (step?.snapshot.document) {
    const { title, summary, document } = step.snapshot;
    return { text: { title, summary, document }, against: { kind: 'step', sequence: step.sequence } };
  }
  const version = versionId === null ? null : await lessonVersion(reader, versionId);
  if (!version) return { text: null, against: { kind: 'nothing' } };
  return { text: version, against: { kind: 'published', number: version.number, publishedAt: version.publishedAt } };
}
