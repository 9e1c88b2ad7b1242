import { Link } from '@remix-run/react';
import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import { Icon } from '~/ui/icon';
import { Alert } from '~/ui/notice';
import { Card, EmptyState, Facts } from '~/ui/surface';
import type { Answer } from '../core/verification-report';
import { messages } from '../messages';
import { AnswerBadge } from './answer-badge';

export interface ListedCertificate {
  readonly number: string;
  readonly title: string;
  readonly locale: string;
  readonly issuer: string;
  readonly answer: Answer;
  readonly awardedAt: Date;
  readonly validUntil: Date;
  readonly documented: boolean;
}

/** The holder's certificates: what each is worth today, and the files that prove it. */
export function OwnCertificates({ certificates }: { readonly certificates: readonly ListedCertificate[] }) {
  const t = useTranslator(messages);
  if (certificates.length === 0) return <EmptyState title={t('own.none')}><Link to="/courses">{t('own.none-next')}</Link></EmptyState>;
  return <ul className="grid gap-5">{certificates.map((certificate) => <OneCertificate key={certificate.number} {...certificate} />)}</ul>;
}

function OneCertificate({ number, title, locale, issuer, answer, awardedAt, validUntil, documented }: ListedCertificate) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const foreign = locale === useLocale() ? undefined : locale;
  return (
    <Card as="li">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h2 className="text-xl" lang={foreign}>{title}</h2>
        <AnswerBadge answer={answer} />
      </div>
      <Facts
        facts={[
          { name: t('fact.number'), value: <span className="font-mono">{number}</span> },
          { name: t('fact.issuer'), value: <span lang={foreign}>{issuer}</span> },
          { name: t('fact.awarded'), value: format.date(awardedAt) },
          { name: t('fact.valid-until'), value: format.date(validUntil) },
        ]}
      />
      {answer === 'being-recorded' ? <Alert kind="info" title={t('own.recording')}>{t('own.recording-next')}</Alert> : <Downloads number={number} documented={documented} />}
    </Card>
  );
}

function Downloads({ number, documented }: { readonly number: string; readonly documented: boolean }) {
  const t = useTranslator(messages);
  return (
    <>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {documented
          ? <Download href={`/certificates/${number}/certificate.pdf`} label={t('own.pdf')} />
          : <li className="py-1 text-soft">{t('own.pdf-soon')}</li>}
        <Download href={`/certificates/${number}/credential.json`} label={t('own.credential')} />
        <Download href={`/certificates/${number}/inclusion.txt`} label={t('own.proof')} />
        <li><Link to={`/verify/${number}`} className="inline-flex min-h-8 items-center gap-2 py-1"><Icon name="check" />{t('own.verify')}</Link></li>
      </ul>
    </>
  );
}

function Download({ href, label }: { readonly href: string; readonly label: string }) {
  return <li><a href={href} download className="inline-flex min-h-8 items-center gap-2 py-1"><Icon name="download" />{label}</a></li>;
}
