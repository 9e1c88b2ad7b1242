import type { ContentFault } from '~/content/core/content-fault';
import type { CourseContent } from '~/content/core/content-tree';
import { findAssessmentId } from '~/content/store/assessments.server';
import { findCourseIdByCode } from '~/content/store/courses.server';
import { type ItemStanding, listItemStandings } from '~/content/store/items.server';
import type { Reader } from '~/platform/db.server';

/**
 * What the files contradict of what was published: a code is an address that stands on printed certificates and stays with its uuid;
 * what was once asked in an exam is never practised, and what was practised never examined.
 */
export async function identityClashes(reader: Reader, content: CourseContent): Promise<ContentFault[]> {
  const { course, items } = content;
  const { uuid, code, assessments } = course.value;
  const faults: ContentFault[] = [];
  const holder = await findCourseIdByCode(reader, code);
  if (holder && holder !== uuid) faults.push({ file: course.file, line: course.lineOf(['uuid']), message: `the course ${code} was published under the uuid ${holder}` });
  for (const [index, assessment] of assessments.entries()) {
    const owner = await findAssessmentId(reader, assessment.code);
    const message = `the assessment ${assessment.code} was published under the uuid ${owner}`;
    if (owner && owner !== assessment.uuid) faults.push({ file: course.file, line: course.lineOf(['assessments', index, 'uuid']), message });
  }
  const standings = await listItemStandings(reader, { courseId: uuid, codes: items.map(({ item }) => item.value.code) });
  return [...faults, ...itemClashes(content, standings)];
}

function itemClashes({ items }: CourseContent, standings: readonly ItemStanding[]): ContentFault[] {
  const byId = new Map(standings.map((standing) => [standing.id, standing]));
  const byCode = new Map(standings.map((standing) => [standing.code, standing]));
  const staying = new Set<string>(items.map(({ item }) => item.value.uuid));
  return items.flatMap(({ item }): ContentFault[] => {
    const { uuid, code, use } = item.value;
    const before = byId.get(uuid);
    const holder = byCode.get(code);
    if (before && before.use !== use) return [{ file: item.file, line: item.lineOf(['use']), message: `${code} was published as ${before.use}: make a new item with a uuid of its own` }];
    // A code that its old holder gives up in these same files is free.
    if (holder && holder.id !== uuid && !staying.has(holder.id)) return [{ file: item.file, line: item.lineOf(['uuid']), message: `the item ${code} was published under the uuid ${holder.id}` }];
    return [];
  });
}
