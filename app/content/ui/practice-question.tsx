import { messages } from '~/content/messages';
import type { PracticeAnswer, ReadablePractice } from '~/content/core/readable';
import type { Locale } from '~/kernel/locale';
import { Button } from '~/ui/button';
import { CheckboxField, RadioField } from '~/ui/field';
import { Alert, Badge } from '~/ui/notice';
import { RenderedHtml } from './rendered-html';

interface PracticeQuestionProps {
  readonly code: string;
  readonly locale: Locale;
  /** All practice questions of the page: the others’ answers are kept while this one is asked. */
  readonly practice: readonly ReadablePractice[];
  readonly address: string;
}

/**
 * A practice question that is answered on the page without a script: the form asks for the same page with the choice in its address,
 * so that nothing is stored and the back button takes a step back.
 */
export function PracticeQuestion({ code, locale, practice, address }: PracticeQuestionProps) {
  const t = messages.translator(locale);
  const question = practice.find((one) => one.code === code);
  if (!question) return <p className="unknown-part">{t('practice.missing')}</p>;
  const id = `practice-${code}`;
  const { figure } = question;
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-heading`} className="practice scroll-mt-6 rounded-lg border border-line-strong bg-raised p-5">
      <h2 id={`${id}-heading`} className="!mt-0 !text-lg">{t('practice.heading', { number: question.number })}</h2>
      <RenderedHtml html={question.stem} className="mt-2 space-y-3" />
      {figure && <img src={figure.address} width={figure.width} height={figure.height} alt={figure.alt} loading="lazy" className="mx-auto my-4 h-auto max-w-full" />}
      {question.answer
        ? <Answered question={question} answer={question.answer} locale={locale} again={`${address}${otherAnswers(practice, code)}#${id}`} />
        : <AnswerForm question={question} locale={locale} action={`${address}#${id}`} others={practice.filter((one) => one.code !== code)} />}
    </section>
  );
}

function optionsOf({ type, options }: ReadablePractice, locale: Locale): readonly { readonly id: string; readonly words: string }[] {
  const t = messages.translator(locale);
  return type === 'true-false' ? [{ id: 'true', words: t('practice.true') }, { id: 'false', words: t('practice.false') }] : options;
}

interface AnswerFormProps {
  readonly question: ReadablePractice;
  readonly locale: Locale;
  readonly action: string;
  readonly others: readonly ReadablePractice[];
}

function AnswerForm({ question, locale, action, others }: AnswerFormProps) {
  const t = messages.translator(locale);
  const Field = question.type === 'multiple-choice' ? CheckboxField : RadioField;
  const task = { 'single-choice': 'practice.one', 'multiple-choice': 'practice.several', 'true-false': 'practice.true-or-false' } as const;
  return (
    <form method="get" action={action} className="mt-4">
      {others.flatMap(({ code, answer }) => (answer?.chosen ?? []).map((choice) => <input key={`${code} ${choice}`} type="hidden" name={code} value={choice} />))}
      <input type="hidden" name="asked" value={question.code} />
      {question.chooseFirst && <Alert kind="warn" title={t('practice.choose-first')} />}
      <fieldset>
        <legend className="font-semibold">{t(task[question.type])}</legend>
        {optionsOf(question, locale).map(({ id, words }) => <Field key={id} name={question.code} value={id} label={words} />)}
      </fieldset>
      <div className="no-print mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button kind="secondary">{t('practice.check')}</Button>
        <p className="text-sm text-soft">{t('practice.no-grade')}</p>
      </div>
    </form>
  );
}

interface AnsweredProps {
  readonly question: ReadablePractice;
  readonly answer: PracticeAnswer;
  readonly locale: Locale;
  readonly again: string;
}

const looks = { right: 'good', partly: 'warn', wrong: 'bad' } as const;

function Answered({ question, answer, locale, again }: AnsweredProps) {
  const t = messages.translator(locale);
  return (
    <div className="mt-4">
      <Alert kind={looks[answer.verdict]} title={t(`practice.${answer.verdict}`)} role="status" />
      <ul className="!list-none !ps-0">
        {optionsOf(question, locale).map(({ id, words }) => {
          const why = answer.why.find(({ option }) => option === id);
          return (
            <li key={id} className="border-t border-line py-3">
              <p className="flex flex-wrap items-baseline gap-2">
                <span className="font-semibold">{words}</span>
                <Badge kind={why?.right ? 'good' : 'bad'}>{t(why?.right ? 'practice.option-right' : 'practice.option-wrong')}</Badge>
                {answer.chosen.includes(id) && <Badge kind="info">{t('practice.your-choice')}</Badge>}
              </p>
              <p className="mt-1">{why?.words}</p>
            </li>
          );
        })}
      </ul>
      <p className="no-print"><a href={again} className="inline-block py-1">{t('practice.again')}</a></p>
    </div>
  );
}

/** The answers to the other questions of the page, as a query. */
function otherAnswers(practice: readonly ReadablePractice[], code: string): string {
  const parameters = new URLSearchParams(practice.filter((one) => one.code !== code).flatMap((one) => (one.answer?.chosen ?? []).map((choice) => [one.code, choice])));
  const query = parameters.toString();
  return query && `?${query}`;
}
