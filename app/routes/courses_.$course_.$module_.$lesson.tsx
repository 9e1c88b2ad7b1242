import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { localeOf } from '~/identity/request-locale.server';
import { requirePerson, requireRole } from '~/identity/require.server';
import { parseId } from '~/kernel/ids';
import { markLessonRead, markLessonReadStatus } from '~/learning/commands/mark-lesson-read.server';
import { practiceInAddress } from '~/learning/core/practice-address';
import { messages } from '~/learning/messages';
import { lessonFingerprint, lessonPage, lessonToShow } from '~/learning/queries/lesson-page.server';
import { LessonView } from '~/learning/ui/lesson-view';
import { now } from '~/platform/clock.server';
import { db } from '~/platform/db.server';
import { revalidated } from '~/platform/http/entity-tag.server';
import { readForm } from '~/platform/http/form.server';
import { notFound, refusalResponse } from '~/platform/http/problem.server';

export const handle = { light: true };

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? [{ title: `${page.lesson.title} · ${page.lesson.course.title}` }] : []);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const { person, roles } = signedIn;
  const locale = localeOf(request, signedIn);
  const shown = await lessonToShow(db, { address: addressOf(params), personId: person.id });
  if (!shown) throw notFound();
  const { search, searchParams } = new URL(request.url);
  const tag = revalidated(request, [...lessonFingerprint(shown, locale), person.name, person.timeZone, ...roles, search]);
  const lesson = await lessonPage(db, { shown, wished: locale, given: practiceInAddress(searchParams) });
  return data({ lesson, mayMark: roles.includes('trainee') }, { headers: tag });
}

const readingForm = z.object({
  courseVersionId: z.string().transform((text, context) => parseId('courseVersion', text) ?? badId(context)),
  lessonVersionId: z.string().transform((text, context) => parseId('lessonVersion', text) ?? badId(context)),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireRole(request, 'trainee');
  const t = messages.translator(localeOf(request, member));
  const form = await readForm(request, readingForm);
  if (!form.ok) throw refusalResponse(request, { status: 400, refusal: form.refusal, title: t('refusal.bad-input'), fields: form.fields });
  const result = await markLessonRead({ address: addressOf(params), ...form.value }, { actor: member.actor, now: now() });
  if (!result.ok) throw refusalResponse(request, { status: markLessonReadStatus[result.refusal], refusal: result.refusal, title: t(`refusal.${result.refusal}`) });
  return redirect(result.value.continueAt, 303);
}

export default function Lesson() {
  const { lesson, mayMark } = useLoaderData<typeof loader>();
  return <LessonView lesson={lesson} mayMark={mayMark} />;
}

function addressOf(params: LoaderFunctionArgs['params']) {
  return { course: params['course'] ?? '', module: params['module'] ?? '', lesson: params['lesson'] ?? '' };
}

function badId(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom', message: 'not an id' });
  return z.NEVER;
}
