import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import type { AttemptPage, ShownItem, ShownQuestion } from '../core/attempt-view';
import { messages } from '../messages';

interface QuestionFormProps {
  readonly page: AttemptPage;
  readonly question: ShownQuestion;
  /** What is chosen on the page; left out, what is saved. */
  readonly chosen?: readonly string[];
  /** The heading is the title of the page already. */
  readonly alone?: boolean;
}

/** One question with its own form: plain HTML that works by itself; the island only saves earlier. */
export function QuestionForm({ page, question, chosen = question.chosen, alone = false }: QuestionFormProps) {
  const t = useTranslator(messages);
  const { item, position } = question;
  const total = page.standings.length;
  const id = `q-${position}`;
  return (
    <section id={id} tabIndex={-1} aria-label={t('attempt.question-title', { position, total })} className="mb-6 scroll-mt-24 rounded-lg border border-line bg-raised p-4 outline-none sm:p-6">
      {!alone && <h2 className="mb-3 text-lg text-soft">{t('attempt.question-title', { position, total })}</h2>}
      <form method="post" action={`/attempts/${page.attemptId}/answers`} autoComplete="off" data-answer-form={position} data-next={nextAddress(page, position)}>
        <input type="hidden" name="answerId" value={question.answerId} />
        <input type="hidden" name="number" value={page.nextNumber} />
        <input type="hidden" name="item" value={item.id} />
        <div id={`${id}-stem`} className="space-y-3 text-lg [&_ol]:list-decimal [&_ol]:ps-6 [&_ul]:list-disc [&_ul]:ps-6" dangerouslySetInnerHTML={{ __html: item.stemHtml }} />
        <Figure item={item} />
        <fieldset className="my-4" aria-describedby={`${id}-stem`}>
          <legend className="mb-2 text-soft">{t(hintOf(item))}</legend>
          <div className="space-y-2">{item.options.map((option) => <Option key={option.id} item={item} option={option} checked={chosen.includes(option.id)} />)}</div>
        </fieldset>
        <SavedState question={question} />
        <div className="flex flex-wrap gap-3">
          <Button>{t(position < total ? 'attempt.save-next' : 'attempt.save-last')}</Button>
          <Button kind="quiet" name="flag" value={question.flagged ? 'off' : 'on'}>{t(question.flagged ? 'attempt.save-unflag' : 'attempt.save-flag')}</Button>
        </div>
      </form>
    </section>
  );
}

/** Where saving leads: the next question, and after the last one the review. */
export function nextAddress({ attemptId, standings }: Pick<AttemptPage, 'attemptId' | 'standings'>, position: number): string {
  return position < standings.length ? `/attempts/${attemptId}?q=${position + 1}` : `/attempts/${attemptId}/submit`;
}

function hintOf({ type }: ShownItem) {
  const hints = { 'single-choice': 'attempt.choose-one', 'multiple-choice': 'attempt.choose-many', 'true-false': 'attempt.choose-true-false' } as const;
  return hints[type];
}

function Option({ item, option, checked }: { readonly item: ShownItem; readonly option: ShownItem['options'][number]; readonly checked: boolean }) {
  const t = useTranslator(messages);
  const text = option.statement ? t(option.statement === 'true' ? 'attempt.true' : 'attempt.false') : option.text;
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 rounded-md border border-line-strong px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft">
      <input type={item.chooses === 'one' ? 'radio' : 'checkbox'} name="response" value={option.id} defaultChecked={checked} className="mt-1 size-5 shrink-0 accent-accent" />
      <span className="min-w-0">{text}</span>
    </label>
  );
}

/** What the server has acknowledged; the island writes here too. */
function SavedState({ question }: { readonly question: ShownQuestion }) {
  const t = useTranslator(messages);
  const format = useFormatter();
  const words = question.savedAt && question.answered ? t('attempt.saved-at', { time: format.time(question.savedAt) }) : t('attempt.not-saved-yet');
  return <p role="status" data-save-state className="mb-3 text-sm text-soft data-[state=bad]:font-semibold data-[state=bad]:text-bad data-[state=good]:text-good data-[state=warn]:font-semibold data-[state=warn]:text-warn">{words}</p>;
}

function Figure({ item: { figure } }: { readonly item: ShownItem }) {
  const t = useTranslator(messages);
  const locale = useLocale();
  if (!figure) return null;
  return (
    <figure className="my-4">
      <img src={`/media/${figure.hash}`} width={figure.width} height={figure.height} alt={figure.alt} lang={locale} className="h-auto max-w-full rounded-md border border-line" />
      {figure.longDescription && (
        <figcaption className="mt-2 text-sm">
          <details><summary className="py-1 text-accent">{t('attempt.figure-words')}</summary><p className="mt-1 whitespace-pre-line">{figure.longDescription}</p></details>
        </figcaption>
      )}
    </figure>
  );
}
