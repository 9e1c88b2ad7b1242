import type { ReadableSource, ReadableTerm } from '~/content/core/readable';
import { messages } from '~/content/messages';
import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import type { Locale } from '~/kernel/locale';

/** The sources of a lesson, numbered as its legal references point to them, each with the day of its last check. */
export function SourceList({ sources }: { readonly sources: readonly ReadableSource[] }) {
  const t = useTranslator(messages);
  const checkedOn = useCheckedOn();
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources" className="mt-12 border-t border-line pt-6">
      <h2 id="sources" className="text-xl">{t('sources.heading')}</h2>
      <ol className="mt-3 space-y-3">
        {sources.map(({ id, number, title, publisher, kind, date, checked, url }) => (
          <li key={id} id={`source-${id}`} className="lesson-source flex scroll-mt-6 gap-3">
            <span className="text-soft">[{number}]</span>
            <div className="min-w-0">
              <p>{url ? <a href={url} rel="noopener noreferrer">{title}</a> : <span className="font-semibold">{title}</span>}</p>
              <p className="text-sm text-soft">{t(`source.kind.${kind}`)} · {publisher} · {date} · {t('source.checked', { when: checkedOn(checked) })}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `2026-01` as “January 2026”, `2026-01-15` as “15 January 2026”. */
function useCheckedOn(): (checked: string) => string {
  const formatter = useFormatter();
  const locale = useLocale();
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (checked) => (checked.length === 7 ? month.format(new Date(`${checked}-01T00:00:00Z`)) : formatter.date(new Date(`${checked}T12:00:00Z`)));
}

/** The words of the page. Each can be brought up from the text by its link; closing leads back to the place of reading. */
export function GlossaryList({ terms, locale }: { readonly terms: readonly ReadableTerm[]; readonly locale: Locale }) {
  const t = useTranslator(messages);
  if (terms.length === 0) return null;
  return (
    <section aria-labelledby="glossary" className="mt-10 border-t border-line pt-6">
      <h2 id="glossary" className="text-xl">{t('glossary.heading')}</h2>
      <dl className="mt-3 space-y-3">
        {terms.map(({ id, term, definition }) => (
          <div key={id} id={`term-${id}`} className="glossary-entry">
            <dt className="font-semibold" lang={locale}>{term}</dt>
            <dd>
              <span lang={locale}>{definition}</span> <a href={`#use-${id}`} className="glossary-back no-print inline-block py-0.5 text-sm">{t('glossary.back', { term })}</a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
