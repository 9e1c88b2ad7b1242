import { isRouteErrorResponse, Link } from '@remix-run/react';
import { useTranslator } from '~/i18n/speaking';
import { Page } from '~/ui/page';
import { messages } from './messages';
import { useRequestId } from './request-id';

const known = ['400', '401', '403', '404', '405', '409', '413', '415', '429', '500', '503'] as const;
type KnownStatus = (typeof known)[number];

interface RefusalBody {
  readonly title: string;
  readonly fields: readonly string[];
}

/** The words of a refusal, when the thrown response carries them. */
function refusalBody(data: unknown): RefusalBody | null {
  const value = typeof data === 'string' ? parseJson(data) : data;
  if (typeof value !== 'object' || value === null || !('title' in value) || typeof value.title !== 'string') return null;
  const fields = 'fields' in value && Array.isArray(value.fields) ? value.fields.filter((field) => typeof field === 'string') : [];
  return { title: value.title, fields };
}

function parseJson(text: string): unknown {
  if (!text.startsWith('{')) return null;
  return JSON.parse(text);
}

/** One page for every refusal and every outage: what happened, what it means for the person, what to do now. */
export function ProblemPage({ error }: { readonly error: unknown }) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <Problem status={status} refusal={isRouteErrorResponse(error) ? refusalBody(error.data) : null} />;
}

export function Problem({ status, refusal }: { readonly status: number; readonly refusal: RefusalBody | null }) {
  const t = useTranslator(messages);
  const requestId = useRequestId();
  const shown: KnownStatus = known.find((candidate) => candidate === String(status)) ?? (status < 500 ? '400' : '500');
  return (
    <Page title={refusal?.title ?? t(`problem.title.${shown}`)} lead={t(`problem.body.${shown}`)} width="reading">
      {refusal && refusal.fields.length > 0 && <p>{t('problem.fields', { fields: refusal.fields.join(', ') })}</p>}
      {requestId && status >= 500 && <p className="my-4 font-mono text-lg">{t('problem.id', { id: requestId })}</p>}
      {shown === '401' ? <p><Link to="/login">{t('nav.sign-in')}</Link></p> : <p><Link to="/">{t('problem.home')}</Link></p>}
    </Page>
  );
}
