import { RenderedHtml } from '~/content/ui/rendered-html';
import { useLocale, useTranslator } from '~/i18n/speaking';
import type { Locale } from '~/kernel/locale';
import { Icon } from '~/ui/icon';
import { Badge } from '~/ui/notice';
import type { ItemShown } from '../core/evidence-shown';
import { messages } from '../messages';

/** A question in the words and the order in which the trainee saw it, with answer, key and marks. */
export function ItemView({ item, locale }: { readonly item: ItemShown; readonly locale: Locale }) {
  const t = useTranslator(messages);
  const lang = locale === useLocale() ? undefined : locale;
  const kind = item.points === item.maxPoints ? 'good' : item.points ? 'warn' : 'bad';
  return (
    <li className="rounded-lg border border-line bg-raised">
      <details>
        <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 p-4">
          <span className="font-semibold">{t('evidence.question', { position: item.position })}</span>
          <code className="text-sm text-soft">{item.code} · v{item.version}</code>
          <span className="ms-auto">{item.points !== null && <Badge kind={kind}>{t('points.of', { points: item.points, maxPoints: item.maxPoints })}</Badge>}</span>
        </summary>
        <div className="border-t border-line p-4">
          <div lang={lang}><RenderedHtml html={item.stemHtml} /></div>
          <ul className="mt-3 space-y-1">
            {item.options.map((option) => (
              <li key={option.id} className="flex flex-wrap items-start gap-x-2">
                <Icon name={option.chosen ? 'check' : 'next'} className={option.chosen ? 'mt-0.5 text-accent' : 'mt-0.5 opacity-0'} />
                <span lang={option.text === null ? undefined : lang} className="min-w-0 flex-1">{option.text ?? t(option.id === 'true' ? 'option.true' : 'option.false')}</span>
                {option.chosen && <Badge kind="info">{t('option.chosen')}</Badge>}
                {option.right && <Badge kind="good">{t('option.right')}</Badge>}
              </li>
            ))}
          </ul>
          {!item.answered && <p className="mt-2 text-soft">{t('option.none')}</p>}
          <p className="mt-3 break-all text-xs text-soft">{t('evidence.version', { version: item.versionId, hash: item.hash, outcome: item.outcome })}</p>
        </div>
      </details>
    </li>
  );
}
