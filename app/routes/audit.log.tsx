import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { messages } from '~/audit/messages';
import { compareWithKept, logState } from '~/audit/queries/log-state.server';
import { LogView } from '~/audit/ui/log-view';
import { localeOf } from '~/identity/request-locale.server';
import { requireRole } from '~/identity/require.server';
import { now } from '~/platform/clock.server';
import { readForm } from '~/platform/http/form.server';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? [{ title: `${page.title} · Bluepost` }] : []);

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireRole(request, 'auditor');
  return { title: messages.translator(localeOf(request, signedIn))('place.log'), log: await logState(now()) };
}

const form = z.object({ checkpoint: z.string().min(1).max(100_000) });

/** Compares a checkpoint that the auditor kept with today's log. Changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  await requireRole(request, 'auditor');
  const given = await readForm(request, form);
  if (!given.ok) return data({ typed: given.given['checkpoint'] ?? '', size: null, refusal: given.refusal }, { status: given.refusal === 'bad-input' ? 400 : 415 });
  // Forms send line ends as CR LF; a signed note has LF.
  const kept = given.value.checkpoint.replaceAll('\r\n', '\n').trimEnd() + '\n';
  const compared = await compareWithKept(kept, await logState(now()));
  return data({ typed: given.value.checkpoint, size: compared.ok ? compared.value.size : null, refusal: compared.ok ? null : compared.refusal });
}

export default function Log() {
  const { title, log } = useLoaderData<typeof loader>();
  return <LogView title={title} log={log} compared={useActionData<typeof action>() ?? null} />;
}
