import type { ItemVersionId } from '~/kernel/ids';
import type { Locale } from '~/kernel/locale';
import type { AssessmentDefinition } from './assessment-definition';
import type { CourseContent, LessonContent } from './content-tree';
import type { CourseDocument, CourseLesson, CourseModule, LessonPin, LocalizedFigure } from './course-document';

/** What the database knows that the files do not: which versions stand for what. */
export interface Pinned {
  readonly lesson: (lesson: LessonContent, locale: Locale) => LessonPin;
  readonly practiceItems: Readonly<Record<string, ItemVersionId>>;
  readonly figures: Readonly<Record<string, LocalizedFigure>>;
}

interface FromFiles {
  readonly content: CourseContent;
  readonly pinned: Pinned;
  /** The newest edition, or null for a new course. Lessons that were made in the studio are carried over from it. */
  readonly newest: CourseDocument | null;
}

/** The edition that the files call for. The same files and the same pins give the same edition, so that loading twice changes nothing. */
export function courseFromFiles({ content, pinned, newest }: FromFiles): CourseDocument {
  const { code, title, summary, certificate, assessments } = content.course.value;
  const modules = content.modules.map(({ module, lessons }): CourseModule => {
    const { uuid, code: moduleCode, title: moduleTitle, summary: moduleSummary } = module.value;
    return { id: uuid, code: moduleCode, title: moduleTitle, summary: moduleSummary, lessons: lessons.map((lesson) => lessonFromFiles(lesson, pinned)) };
  });
  return {
    code,
    title,
    summary,
    certificate: certificate ?? null,
    modules: withStudioLessons(modules, newest),
    outcomes: content.outcomes.value,
    sources: content.references.value.map(({ url, ...source }) => ({ ...source, url: url ?? null })),
    glossary: content.glossary.value,
    assessments: assessments.map((assessment) => ({ code: assessment.code, title: assessment.title })),
    practiceItems: pinned.practiceItems,
    figures: pinned.figures,
  };
}

function lessonFromFiles(lesson: LessonContent, pinned: Pinned): CourseLesson {
  const { uuid, slug, outcome, minutes, sources, nationalLaw, contentWarning } = lesson.entry;
  const versions = { en: pinned.lesson(lesson, 'en'), fr: pinned.lesson(lesson, 'fr') };
  return { id: uuid, slug, origin: 'files', outcome, minutes, sources, nationalLaw, contentWarning: contentWarning ?? null, versions };
}

/** Lessons made in the studio keep their place: after the lesson that they followed, in the module they were in. */
function withStudioLessons(modules: readonly CourseModule[], newest: CourseDocument | null): CourseModule[] {
  const result = modules.map((module) => ({ ...module, lessons: [...module.lessons] }));
  for (const old of newest?.modules ?? []) {
    if (!old.lessons.some(({ origin }) => origin === 'studio')) continue;
    let module = result.find(({ id }) => id === old.id);
    if (!module) result.push((module = { ...old, lessons: [] }));
    insertStudioLessons(module.lessons, old.lessons);
  }
  return result;
}

function insertStudioLessons(lessons: CourseLesson[], old: readonly CourseLesson[]): void {
  old.forEach((lesson, index) => {
    // A lesson of the studio that came into the files is the files' own from then on.
    if (lesson.origin !== 'studio' || lessons.some(({ id }) => id === lesson.id)) return;
    const before = old[index - 1];
    const place = before ? lessons.findIndex(({ id }) => id === before.id) + 1 || lessons.length : 0;
    lessons.splice(place, 0, lesson);
  });
}

/** What each assessment of the files says, frozen when published. */
export function assessmentsFromFiles(content: CourseContent): { readonly id: string; readonly definition: AssessmentDefinition }[] {
  const { code: courseCode, certificate, assessments } = content.course.value;
  const words = new Map(content.outcomes.value.map(({ id, text }) => [id, text]));
  return assessments.map(({ uuid, code, title, passMark, timeLimitMinutes, attempts, blueprint }) => {
    const outcomes = Object.fromEntries(blueprint.map(({ outcome }) => [outcome, words.get(outcome) ?? { en: outcome, fr: outcome }]));
    const terms = certificate?.assessment === code ? certificateTerms(certificate) : null;
    return { id: uuid, definition: { code, courseCode, title, passMark, timeLimitMinutes, attempts, blueprint, certificate: terms, outcomes } };
  });
}

function certificateTerms({ title, scope, limits, criteria, validityMonths }: NonNullable<CourseContent['course']['value']['certificate']>) {
  return { title, scope, limits, criteria, validityMonths };
}
