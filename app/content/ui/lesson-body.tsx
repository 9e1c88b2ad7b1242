import type { ReadablePart, ReadablePractice } from '~/content/core/readable';
import { direction, type Locale } from '~/kernel/locale';
import { PracticeQuestion } from './practice-question';
import { RenderedHtml } from './rendered-html';
import './lesson.css';

interface LessonBodyProps {
  /** The language of the lesson, which may be another one than the page's. */
  readonly locale: Locale;
  readonly parts: readonly ReadablePart[];
  readonly practice: readonly ReadablePractice[];
  /** The address of the page, to which the forms of practice questions lead. */
  readonly address: string;
}

/** A lesson as the trainee reads it: the rendered document with its practice questions in their places. */
export function LessonBody({ locale, parts, practice, address }: LessonBodyProps) {
  return (
    <article className="lesson" lang={locale} dir={direction(locale)}>
      {parts.map((part, index) =>
        part.kind === 'html'
          ? <RenderedHtml key={index} html={part.html} className="flow" />
          : <PracticeQuestion key={index} code={part.code} locale={locale} practice={practice} address={address} />,
      )}
    </article>
  );
}
