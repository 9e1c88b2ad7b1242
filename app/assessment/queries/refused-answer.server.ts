import type { AttemptId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';
import { findFormItem } from '../core/attempt-form';
import type { RefusedAnswer } from '../core/attempt-view';
import type { SentAnswer } from '../core/record-answer';
import { getForm } from '../store/attempt-forms.server';
import { attemptPage } from './attempt-page.server';

interface Wanted {
  readonly attemptId: AttemptId;
  readonly personId: PersonId;
  readonly answer: SentAnswer;
  /** The refusal in words. */
  readonly words: string;
  readonly locale: Locale;
  readonly now: Instant;
}

/** What the page of a refused answer shows: the question with what is saved, and what was sent. */
export async function refusedAnswer(reader: Reader, wanted: Wanted): Promise<RefusedAnswer> {
  const { attemptId, answer, words } = wanted;
  const found = findFormItem(await getForm(reader, attemptId), answer.item);
  const page = await attemptPage(reader, { ...wanted, position: found?.position ?? 'none' });
  const open = page?.state === 'inProgress' && !page.due;
  return { attemptId, words, page: open ? page : null, chosen: answer.response };
}
