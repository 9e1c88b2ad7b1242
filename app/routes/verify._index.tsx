import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { parseCertificateNumber } from '~/certification/core/certificate-number';
import { messages } from '~/certification/messages';
import { AskForNumber } from '~/certification/ui/ask-for-number';
import { HowItIsChecked } from '~/certification/ui/how-it-is-checked';
import { useTranslator } from '~/i18n/speaking';
import { localeOf } from '~/identity/request-locale.server';
import { Page } from '~/ui/page';

export const handle = { light: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? [{ title: `${page.title} · Bluepost` }] : []);

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const typed = searchParams.get('number')?.slice(0, 60) ?? null;
  const number = parseCertificateNumber(typed);
  if (number) throw redirect(`/verify/${number}`);
  const title = messages.translator(localeOf(request))('verify.title');
  return data({ title, typed }, { status: typed === null ? 200 : 400 });
}

export default function VerifyIndex() {
  const { title, typed } = useLoaderData<typeof loader>();
  const t = useTranslator(messages);
  return (
    <Page title={title} lead={t('verify.lead')} width="reading">
      <AskForNumber typed={typed ?? ''} error={typed === null ? undefined : t('verify.not-a-number')} />
      <HowItIsChecked />
    </Page>
  );
}
