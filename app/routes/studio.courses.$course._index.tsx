import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { openDraft, openDraftStatus } from '~/authoring/commands/open-draft.server';
import { draftLocale } from '~/authoring/core/draft';
import { studioCourse } from '~/authoring/queries/studio-course.server';
import { studioTitle } from '~/authoring/ui/page-title';
import { refusalText } from '~/authoring/ui/refusal-text';
import { StudioCoursePage } from '~/authoring/ui/studio-course-page';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { now } from '~/platform/clock.server';
import { db } from '~/platform/db.server';
import { readForm } from '~/platform/http/form.server';
import { notFound, refusalResponse } from '~/platform/http/problem.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => studioTitle(data?.locale, data?.course.title[data.locale]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'instructor');
  const locale = localeOf(request, signedIn);
  const course = await studioCourse(db, { code: params['course'] ?? '', administrationId: signedIn.actor.administrationId, locale });
  if (!course) throw notFound();
  return { locale, course };
}

const form = z.object({ lesson: z.string().max(64), locale: draftLocale });

/** Opens a lesson for writing: the draft that is open already, or a new one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireRole(request, 'instructor');
  const given = await readForm(request, form);
  const locale = localeOf(request, signedIn);
  if (!given.ok) throw refusalResponse(request, { status: 400, refusal: given.refusal, title: refusalText(locale, given.refusal), fields: given.fields });
  const command = { courseCode: params['course'] ?? '', lessonId: given.value.lesson, locale: given.value.locale };
  const opened = await openDraft(command, { actor: signedIn.actor, now: now() });
  if (!opened.ok) throw refusalResponse(request, { status: openDraftStatus[opened.refusal], refusal: opened.refusal, title: refusalText(locale, opened.refusal) });
  return redirect(`/studio/drafts/${opened.value.draftId}`, 303);
}

export default function StudioCourseRoute() {
  const { course } = useLoaderData<typeof loader>();
  return <StudioCoursePage course={course} />;
}
