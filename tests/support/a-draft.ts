import { openDraft, startLesson } from '~/authoring/commands/open-draft.server';
import type { Draft } from '~/authoring/core/draft';
import type { ReviewCommand } from '~/authoring/commands/review-draft.server';
import { findDraft } from '~/authoring/store/drafts.server';
import { loadContent } from '~/content/commands/load-content.server';
import { lessonsInOrder } from '~/content/core/course-document';
import type { RichTextJson } from '~/content/core/item';
import { publishedCourse } from '~/content/queries/published-course.server';
import type { DraftId } from '~/kernel/ids';
import type { Locale } from '~/kernel/locale';
import { db } from '~/platform/db.server';
import { type APerson, aPerson } from './a-person';
import { anAdministration } from './an-administration';

export const courseCode = 'plastic-waste';

/** An administration with three instructors, a second administration with one, and the courses of `content/`. */
export async function aStudio() {
  await loadContent({ now: at(0) });
  const aurelia = await anAdministration();
  const borealis = await anAdministration();
  const instructor = (name: string, administrationId = aurelia.id) => aPerson({ administrationId, role: 'instructor', name });
  return {
    author: await instructor('Ama Author'),
    reviewer: await instructor('Rémy Reviewer'),
    third: await instructor('Thandi Third'),
    elsewhere: await instructor('Elias Elsewhere', borealis.id),
  };
}

/** So many minutes after the studio was opened. */
export function at(minutes: number): Date {
  return new Date(Date.UTC(2026, 10, 24, 8, minutes));
}

/** The first lesson of the course, as it is published now. */
export async function publishedLesson() {
  const course = await publishedCourse(db, courseCode);
  const [placed] = course ? lessonsInOrder(course.document) : [];
  if (!course || !placed) throw new Error('The course has no lesson');
  return { course, module: placed.module, lesson: placed.lesson };
}

/** A draft of the published first lesson. */
export async function aDraft(author: APerson, locale: Locale = 'en'): Promise<Draft> {
  const { lesson } = await publishedLesson();
  const opened = await openDraft({ courseCode, lessonId: lesson.id, locale }, { actor: author.actor, now: at(1) });
  if (!opened.ok) throw new Error(opened.refusal);
  return theDraft(author, opened.value.draftId);
}

let lessons = 0;

/** A draft of a lesson that the course does not have yet. */
export async function aNewLesson(author: APerson): Promise<Draft> {
  const { module } = await publishedLesson();
  const slug = `story-${(lessons += 1)}`;
  const started = await startLesson({ courseCode, moduleCode: module.code, locale: 'en', title: 'Seals', slug }, { actor: author.actor, now: at(1) });
  if (!started.ok) throw new Error(started.refusal);
  return theDraft(author, started.value.draftId);
}

/** The draft as it stands. */
export async function theDraft({ actor }: APerson, draftId: DraftId): Promise<Draft> {
  const draft = await findDraft(db, { draftId, administrationId: actor.administrationId });
  if (!draft) throw new Error(`${actor.id} sees no draft ${draftId}`);
  return draft;
}

/** What a person sends who has this draft before them. */
export function seen({ draftId, revision, documentHash }: Draft, comment = ''): ReviewCommand {
  return { draftId, revision, documentHash, comment };
}

/** A document of plain paragraphs. */
export function paragraphs(...texts: string[]): RichTextJson {
  return { type: 'doc', content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
}
