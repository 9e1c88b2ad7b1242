import { write } from './attempt-bar';

export type SaveState = 'good' | 'warn' | 'bad' | 'none';

/** One question's form on the page, with its place in the list of questions. */
export interface AnswerFormElement {
  readonly element: HTMLFormElement;
  readonly item: string;
  /** Where saving leads. */
  readonly next: string;
  readonly chosen: () => string[];
  /** Marks exactly these options. */
  readonly choose: (options: readonly string[]) => void;
  readonly show: (state: SaveState, text: string) => void;
  /** What the plain form would send, should it be used after all. */
  readonly renew: (answerId: string, number: number) => void;
  readonly markAnswered: (answered: boolean, words: string) => void;
}

export function findAnswerForms(page: Document): AnswerFormElement[] {
  return [...page.querySelectorAll<HTMLFormElement>('form[data-answer-form]')].map((element) => {
    const field = (name: string) => element.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    const options = [...element.querySelectorAll<HTMLInputElement>('input[name="response"]')];
    const state = element.querySelector<HTMLElement>('[data-save-state]');
    const place = page.querySelector<HTMLElement>(`[data-navigator="${element.dataset['answerForm'] ?? ''}"]`);
    return {
      element,
      item: field('item')?.value ?? '',
      next: element.dataset['next'] ?? '',
      chosen: () => options.filter((option) => option.checked).map((option) => option.value),
      choose: (chosen) => options.forEach((option) => (option.checked = chosen.includes(option.value))),
      show: (kind, text) => {
        if (state) state.dataset['state'] = kind;
        write(state, text);
      },
      renew: (answerId, number) => {
        field('answerId')!.value = answerId;
        field('number')!.value = String(number);
      },
      markAnswered: (answered, words) => {
        place?.toggleAttribute('data-answered', answered);
        write(place?.querySelector('[data-navigator-state]') ?? null, words);
      },
    };
  });
}
