import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '~/platform/http/problem.server';
import { Problem } from '~/site/problem-page';

export const handle = { light: true };

const shown = new Set(['403', '413', '503']);

/** The page behind refusals that are given before a route runs: another origin, too large a body, shutting down. */
export function loader({ params }: LoaderFunctionArgs) {
  const { status = '' } = params;
  if (!shown.has(status)) throw notFound();
  return data({ status: Number(status) }, { status: Number(status), headers: { 'Cache-Control': 'no-store' } });
}

export default function ProblemRoute() {
  const { status } = useLoaderData<typeof loader>();
  return <Problem status={status} refusal={null} />;
}
