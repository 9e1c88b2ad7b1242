import type { DraftReading } from '~/authoring/core/draft-reading';
import { type PracticeGiven, previewLesson } from '~/content/queries/readable-lesson.server';
import type { AdministrationId, DraftId, PersonId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import { draftWithCourse } from './draft-page.server';

interface Wanted {
  readonly draftId: DraftId;
  readonly administrationId: AdministrationId;
  readonly personId: PersonId;
  /** Practice questions can be tried in a preview, as a trainee would. */
  readonly given?: PracticeGiven;
}

/** A draft rendered by the renderer of published lessons; null for another administration's. */
export async function draftReading(reader: Reader, { given, ...wanted }: Wanted): Promise<DraftReading | null> {
  const found = await draftWithCourse(reader, wanted);
  if (!found) return null;
  const { title, summary, document, locale } = found.draft;
  const { parts, practice, sources, terms } = await previewLesson(reader, { course: found.course, document, locale, ...(given && { given }) });
  return { title, summary, locale, parts, practice, sources, terms };
}

const longestQuery = 4000;

/** What was chosen for practice questions, from the address of a preview. Anybody types addresses: only small ones are read. */
export function practiceGivenIn(address: URL): PracticeGiven {
  if (address.search.length > longestQuery) return { chosen: {}, asked: null };
  const chosen: Record<string, string[]> = {};
  for (const [name, value] of address.searchParams) chosen[name] = [...(Object.hasOwn(chosen, name) ? (chosen[name] ?? []) : []), value];
  return { chosen, asked: address.searchParams.get('asked') };
}
