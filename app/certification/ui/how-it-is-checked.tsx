import { useTranslator } from '~/i18n/speaking';
import { messages } from '../messages';

/** What the check does, what it cannot do, and how to do it without us. */
export function HowItIsChecked() {
  const t = useTranslator(messages);
  return (
    <section aria-labelledby="how" className="space-y-3">
      <h2 id="how" className="text-xl">{t('how.title')}</h2>
      <p>{t('how.signed')}</p>
      <p>{t('how.logged')}</p>
      <p>{t('how.honest')}</p>
      <p>{t('how.offline')}</p>
      <pre className="overflow-x-auto rounded-md border border-line bg-sunken p-3 text-sm" tabIndex={0}>npm run verify -- certificate.pdf</pre>
      <p className="text-sm text-soft">{t('how.addresses')} <a href="/log/key">/log/key</a> · <a href="/log/checkpoint">/log/checkpoint</a></p>
    </section>
  );
}
