import type { ContentFault } from './content-fault';
import type { CourseContent, ItemContent, Placed } from './content-tree';
import { itemFaults } from './item-rules';

/** Words that are addresses of their own below a course. */
const reservedModuleCodes = new Set(['glossary', 'sources']);

/** What must hold across files: identities, addresses, and that everything pointed to is there. */
export function contentRules(courses: readonly CourseContent[]): ContentFault[] {
  return [...uniqueThings(courses), ...courses.flatMap(courseFaults)];
}

interface Named {
  readonly kind: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** Identities are unique everywhere, addresses and codes where they are looked up. */
function uniqueThings(courses: readonly CourseContent[]): ContentFault[] {
  const seen = new Map<string, Named>();
  return courses.flatMap(namesOf).flatMap((named) => {
    const key = `${named.kind} ${named.name}`;
    const earlier = seen.get(key);
    seen.set(key, earlier ?? named);
    return earlier ? [{ file: named.file, line: named.line, message: `the ${key} is already taken by ${earlier.file}:${earlier.line}` }] : [];
  });
}

function namesOf({ course, outcomes, references, glossary, modules, items, figures }: CourseContent): Named[] {
  const { code, assessments } = course.value;
  const names = (placed: Placed<unknown>, kind: string, name: string, path: readonly (string | number)[]): Named => ({ kind, name, file: placed.file, line: placed.lineOf(path) });
  return [
    names(course, 'uuid', course.value.uuid, ['uuid']),
    names(course, 'course code', code, ['code']),
    ...assessments.flatMap((assessment, index) => [
      names(course, 'uuid', assessment.uuid, ['assessments', index, 'uuid']),
      names(course, 'assessment code', assessment.code, ['assessments', index, 'code']),
    ]),
    ...outcomes.value.map(({ id }, index) => names(outcomes, 'outcome', id, [index, 'id'])),
    ...references.value.map(({ id }, index) => names(references, `source of ${code}`, id, [index, 'id'])),
    ...glossary.value.map(({ id }, index) => names(glossary, `glossary word of ${code}`, id, [index, 'id'])),
    ...modules.flatMap(({ module }) => [
      names(module, 'uuid', module.value.uuid, ['uuid']),
      names(module, `module code of ${code}`, module.value.code, ['code']),
      ...module.value.lessons.flatMap((lesson, index) => [
        names(module, 'uuid', lesson.uuid, ['lessons', index, 'uuid']),
        names(module, `lesson address of ${code}/${module.value.code}`, lesson.slug, ['lessons', index, 'slug']),
        names(module, `lesson file of ${code}/${module.value.code}`, lesson.file, ['lessons', index, 'file']),
      ]),
    ]),
    ...items.flatMap(({ item }) => [names(item, 'uuid', item.value.uuid, ['uuid']), names(item, 'item code', item.value.code, ['code'])]),
    ...figures.flatMap(({ figure }) => [names(figure, 'uuid', figure.value.uuid, ['uuid']), names(figure, 'figure code', figure.value.code, ['code'])]),
  ];
}

function courseFaults(content: CourseContent): ContentFault[] {
  const { course, modules, items, figures } = content;
  const outcomes = new Set(content.outcomes.value.map(({ id }) => id));
  const sources = new Set(content.references.value.map(({ id }) => id));
  const media = new Set(figures.map(({ figure }) => figure.value.code));
  const folder = course.file.split('/')[1];
  const { code, certificate, assessments } = course.value;
  const faults: (ContentFault | null)[] = [
    code === folder ? null : at(course, ['code'], `the folder is called ${folder}: it must have the course’s code ${code}`),
    !certificate || assessments.some((assessment) => assessment.code === certificate.assessment)
      ? null
      : at(course, ['certificate', 'assessment'], `there is no assessment ${certificate.assessment}`),
    ...assessments.flatMap((_, index) => blueprintFaults({ content, index, outcomes })),
    ...modules.flatMap(({ module }) => [
      reservedModuleCodes.has(module.value.code) ? at(module, ['code'], `${module.value.code} is an address of its own: choose another code`) : null,
      ...module.value.lessons.flatMap((lesson, index) => [
        outcomes.has(lesson.outcome) ? null : at(module, ['lessons', index, 'outcome'], `there is no outcome ${lesson.outcome}`),
        ...lesson.sources.map((source, place) => (sources.has(source) ? null : at(module, ['lessons', index, 'sources', place], `there is no source ${source}`))),
      ]),
    ]),
    ...figures.map(({ figure }) => named(figure, figure.value.code)),
    ...items.flatMap(({ item }) => [
      named(item, item.value.code),
      outcomes.has(item.value.outcome) ? null : at(item, ['outcome'], `there is no outcome ${item.value.outcome}`),
      !item.value.media || media.has(item.value.media) ? null : at(item, ['media'], `there is no figure ${item.value.media}`),
      ...item.value.sources.map((source, place) => (sources.has(source) ? null : at(item, ['sources', place], `there is no source ${source}`))),
      ...itemFaults(item),
    ]),
    ...sameStems(items),
  ];
  return faults.filter((fault) => fault !== null);
}

interface BlueprintRule {
  readonly content: CourseContent;
  readonly index: number;
  readonly outcomes: ReadonlySet<string>;
}

/** A draw must be possible: every outcome of a blueprint has as many exam items as are drawn. */
function blueprintFaults({ content: { course, items }, index, outcomes }: BlueprintRule): (ContentFault | null)[] {
  const { blueprint } = course.value.assessments[index]!;
  const seen = new Set<string>();
  return blueprint.map(({ outcome, items: wanted }, line) => {
    const path = ['assessments', index, 'blueprint', line, 'outcome'];
    if (!outcomes.has(outcome)) return at(course, path, `there is no outcome ${outcome}`);
    if (seen.has(outcome)) return at(course, path, `${outcome} stands twice in the blueprint`);
    seen.add(outcome);
    const held = items.filter(({ item }) => item.value.use === 'exam' && item.value.outcome === outcome).length;
    return held >= wanted ? null : at(course, path, `${outcome} needs ${wanted} exam items and has ${held}`);
  });
}

/** A practice question that repeats an exam question gives it away. */
function sameStems(items: readonly ItemContent[]): ContentFault[] {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ').trim();
  const first = new Map<string, ItemContent>();
  return items.flatMap((entry) => {
    const { item } = entry;
    const key = plain(item.value.text.en.stem);
    const earlier = first.get(key);
    first.set(key, earlier ?? entry);
    return earlier ? [at(item, ['text', 'en', 'stem'], `asks the same as ${earlier.item.value.code}`)] : [];
  });
}

function named(placed: Placed<unknown>, code: string): ContentFault | null {
  const file = placed.file.split('/').at(-1);
  return file === `${code}.yaml` ? null : at(placed, ['code'], `the file is called ${file}: it must be ${code}.yaml`);
}

function at(placed: Placed<unknown>, path: readonly (string | number)[], message: string): ContentFault {
  return { file: placed.file, line: placed.lineOf(path), message };
}
