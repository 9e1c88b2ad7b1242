import { useFormatter, useTranslator } from '~/i18n/speaking';
import { Facts } from '~/ui/surface';
import type { LogPlace } from '../core/verification-report';
import { messages } from '../messages';

const text = 'mt-2 max-h-80 overflow-auto rounded-md border border-line bg-sunken p-3 text-xs';

/** The place in the public log with the texts that prove it, so that nobody has to believe this page. */
export function LogProof({ number, log, statusLists, did }: { readonly number: string; readonly log: LogPlace; readonly statusLists: readonly string[]; readonly did: string }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  return (
    <section aria-labelledby="log" className="mb-8">
      <h2 id="log" className="mb-3 text-xl">{t('log.title')}</h2>
      <Facts
        facts={[
          { name: t('log.origin'), value: <code>{log.origin}</code> },
          { name: t('log.index'), value: format.number(log.index) },
          { name: t('log.size'), value: format.number(log.size) },
          { name: t('log.root'), value: <code className="break-all">{log.root}</code> },
          { name: t('log.issuer'), value: <code className="break-all">{did}</code> },
        ]}
      />
      <details className="mb-3"><summary>{t('log.checkpoint')}</summary><pre className={text} tabIndex={0}>{log.checkpoint}</pre></details>
      <details className="mb-3"><summary>{t('log.proof')}</summary><pre className={text} tabIndex={0}>{log.inclusionProof}</pre></details>
      <p>
        <a href={`/certificates/${number}/inclusion.txt`} download>{t('log.download')}</a>
        {statusLists.map((list) => <span key={list}> · <a href={new URL(list).pathname}>{new URL(list).pathname}</a></span>)}
      </p>
    </section>
  );
}
