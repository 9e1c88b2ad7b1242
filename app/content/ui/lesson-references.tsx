import type { ReadableSource, ReadableTerm } from '~/content/core/readable';
import { messages } from '~/content/messages';
import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import type { Locale } from '~/kernel/locale';

/** The sources of a lesson, numbered as its legal references point to them, each with the day of its last check. */
export function SourceList({ sources }: { readonly sources: readonly ReadableSource[] }) {
  const t = useTranslator(messages);
  const day = useDayInWords();
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
              <p className="text-sm text-soft">{t(`source.kind.${kind}`)} · {publisher} · {undated.test(date) ? t('source.undated') : day(date)} · {t('source.checked', { when: day(checked) })}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const undated = /^n\.\s?d\.$/i;

/** `2026-01-15` as “15 January 2026”, `2026-01` as “January 2026”; what is neither stays as it was written. */
function useDayInWords(): (written: string) => string {
  const formatter = useFormatter();
  const locale = useLocale();
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (written) => {
    if (/^\d{4}-\d{2}$/.test(written)) return month.format(new Date(`${written}-01T12:00:00Z`));
    return /^\d{4}-\d{2}-\d{2}$/.test(written) ? formatter.date(new Date(`${written}T12:00:00Z`)) : written;
  };
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
              <span lang={locale}>{definition}</span> <a href={`#use-${id}`} className="glossary-back no-print inline-block py-0.5 text-sm">{t('glossary.back')}<span className="sr-only"> ({term})</span></a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
