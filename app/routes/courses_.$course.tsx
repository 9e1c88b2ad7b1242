import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { localeOf } from '~/identity/request-locale.server';
import { optionalPerson, requireRole } from '~/identity/require.server';
import { startCourse, startCourseStatus } from '~/learning/commands/start-course.server';
import { takeNewestEdition, takeNewestEditionStatus } from '~/learning/commands/take-newest-edition.server';
import { messages } from '~/learning/messages';
import { coursePage } from '~/learning/queries/course-page.server';
import { CourseView } from '~/learning/ui/course-view';
import { now } from '~/platform/clock.server';
import { db } from '~/platform/db.server';
import { readForm } from '~/platform/http/form.server';
import { notFound, refusalResponse } from '~/platform/http/problem.server';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? [{ title: `${page.course.title} · Bluepost` }] : []);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await optionalPerson(request);
  const trainee = signedIn?.roles.includes('trainee') ?? false;
  const personId = trainee && signedIn ? signedIn.person.id : null;
  const course = await coursePage(db, { code: params['course'] ?? '', personId, locale: localeOf(request, signedIn) });
  if (!course) throw notFound();
  return data({ course, viewer: signedIn ? (trainee ? 'trainee' : 'staff') : 'stranger' } as const);
}

const statuses = { ...startCourseStatus, ...takeNewestEditionStatus };
const courseForm = z.object({ intent: z.enum(['start', 'newest-edition']) });

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireRole(request, 'trainee');
  const t = messages.translator(localeOf(request, member));
  const form = await readForm(request, courseForm);
  if (!form.ok) throw refusalResponse(request, { status: 400, refusal: form.refusal, title: t('refusal.bad-input'), fields: form.fields });
  const code = params['course'] ?? '';
  const command = form.value.intent === 'start' ? startCourse : takeNewestEdition;
  const result = await command(code, { actor: member.actor, now: now() });
  if (!result.ok) throw refusalResponse(request, { status: statuses[result.refusal], refusal: result.refusal, title: t(`refusal.${result.refusal}`) });
  const course = form.value.intent === 'start' ? await coursePage(db, { code, personId: member.person.id, locale: localeOf(request, member) }) : null;
  return redirect(course?.continueAt ?? `/courses/${code}`, 303);
}

export default function Course() {
  const { course, viewer } = useLoaderData<typeof loader>();
  return <CourseView course={course} viewer={viewer} />;
}
