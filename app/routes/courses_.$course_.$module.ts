import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { publishedCourse } from '~/content/queries/published-course.server';
import { db } from '~/platform/db.server';
import { notFound } from '~/platform/http/problem.server';

/** A module has no page of its own: it is a part of its course's page. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { course: code = '', module = '' } = params;
  const course = await publishedCourse(db, code);
  if (!course?.document.modules.some((one) => one.code === module)) throw notFound();
  return redirect(`/courses/${code}#module-${module}`, 302);
}
