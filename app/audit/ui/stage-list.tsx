import { useTranslator } from '~/i18n/speaking';
import { DataTable } from '~/ui/data-table';
import { Alert, Badge, type NoticeKind } from '~/ui/notice';
import type { Link, Stage, WalkVerdict } from '../core/link';
import { messages } from '../messages';

const kinds: Record<Link['outcome'], NoticeKind> = { holds: 'good', broken: 'bad', pending: 'info' };

/** The whole chain in one sentence. */
export function Verdict({ verdict }: { readonly verdict: WalkVerdict }) {
  const t = useTranslator(messages);
  return <Alert kind={kinds[verdict]} title={t(`verdict.${verdict}`)}><p>{t('verdict.recomputed')}</p></Alert>;
}

/** Every link of the chain, stage by stage: what should be there and what is. */
export function StageList({ stages }: { readonly stages: readonly Stage[] }) {
  return stages.filter(({ links }) => links.length > 0).map((stage) => <OneStage key={stage.name} stage={stage} />);
}

function OneStage({ stage: { name, links } }: { readonly stage: Stage }) {
  const t = useTranslator(messages);
  return (
    <DataTable
      caption={t(`stage.${name}`)}
      head={[t('link.what'), t('link.outcome'), t('link.expected'), t('link.found')]}
      rows={links.map((link, index) => ({
        key: `${link.name} ${index}`,
        cells: [
          <span key="what">{t(`link.${link.name}`)}{link.about && <><br /><code className="text-sm font-normal text-soft">{link.about}</code></>}</span>,
          <Badge key="outcome" kind={kinds[link.outcome]}>{t(`outcome.${link.outcome}`)}</Badge>,
          <Value key="expected" text={link.expected} />,
          <Value key="found" text={link.found} />,
        ],
      }))}
    />
  );
}

function Value({ text }: { readonly text: string }) {
  return <code className="block max-w-md break-all whitespace-pre-wrap text-xs">{text}</code>;
}
