import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { startLesson, startLessonStatus } from '~/authoring/commands/open-draft.server';
import { draftLocale, lessonSlug, lessonTitle } from '~/authoring/core/draft';
import { messages } from '~/authoring/messages';
import { studioCourse } from '~/authoring/queries/studio-course.server';
import { NewLessonPage } from '~/authoring/ui/new-lesson-page';
import { studioTitle } from '~/authoring/ui/page-title';
import { refusalText } from '~/authoring/ui/refusal-text';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { sourceLocale } from '~/kernel/locale';
import { now } from '~/platform/clock.server';
import { db } from '~/platform/db.server';
import { readForm } from '~/platform/http/form.server';
import { notFound } from '~/platform/http/problem.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => studioTitle(page?.locale, messages.translator(page?.locale ?? sourceLocale)('new.title'));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'instructor');
  const locale = localeOf(request, signedIn);
  const course = await studioCourse(db, { code: params['course'] ?? '', administrationId: signedIn.actor.administrationId, locale });
  if (!course) throw notFound();
  const { code, title, modules } = course;
  return { locale, code, title, modules: modules.map((module) => ({ code: module.code, title: module.title })) };
}

const form = z.object({
  module: z.string().min(1).max(80),
  locale: draftLocale,
  title: lessonTitle.min(1),
  slug: z.union([z.literal(''), lessonSlug]).default(''),
});

/** Begins a new lesson. Whatever is wrong, the form comes back as it was filled. */
export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireRole(request, 'instructor');
  const copy = request.clone();
  const given = await readForm(request, form);
  if (!given.ok) return data({ refusal: given.refusal, words: null, fields: given.fields, given: given.given }, { status: 400 });
  const { module: moduleCode, ...lesson } = given.value;
  const started = await startLesson({ courseCode: params['course'] ?? '', moduleCode, ...lesson }, { actor: signedIn.actor, now: now() });
  if (started.ok) return redirect(`/studio/drafts/${started.value.draftId}`, 303);
  if (started.refusal === 'course-unknown') throw notFound();
  const field = started.refusal === 'address-taken' ? 'slug' : 'module';
  const filled = Object.fromEntries([...(await copy.formData())].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const words = started.refusal === 'address-taken' ? refusalText(localeOf(request, signedIn), started.refusal) : null;
  return data({ refusal: started.refusal, words, fields: [field], given: filled }, { status: startLessonStatus[started.refusal] });
}

export default function NewLessonRoute() {
  const course = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <NewLessonPage course={course} answer={answer ?? null} />;
}
