import { Link } from '@remix-run/react';
import { messages as certificateWords } from '~/certification/messages';
import type { CertificateEventType } from '~/certification/core/certificate-machine';
import { useFormatter, useTranslator } from '~/i18n/speaking';
import { DataTable } from '~/ui/data-table';
import { messages } from '../messages';

export interface ListedDecision {
  readonly sequence: number;
  readonly type: CertificateEventType;
  readonly actor: string;
  readonly reason: string;
  readonly replacedBy: string | null;
  readonly at: Date;
}

/** What was decided about a certificate: when, by whom, why. */
export function DecisionTable({ decisions }: { readonly decisions: readonly ListedDecision[] }) {
  const t = useTranslator(messages);
  const c = useTranslator(certificateWords);
  const format = useFormatter();
  return (
    <DataTable
      caption={t('decisions.title')}
      head={[t('decisions.what'), t('evidence.when'), t('evidence.who'), t('decisions.why')]}
      rows={decisions.map((decision) => ({
        key: String(decision.sequence),
        cells: [
          c(`event.${decision.type}`),
          format.dateTime(decision.at),
          decision.actor === 'system' ? t('decisions.system') : decision.actor,
          <span key="why" className="whitespace-pre-wrap">{decision.reason}{decision.replacedBy && <> <Link to={`/audit/certificates/${decision.replacedBy}`}>{decision.replacedBy}</Link></>}</span>,
        ],
      }))}
    />
  );
}
