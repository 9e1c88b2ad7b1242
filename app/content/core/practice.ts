import type { ItemKey } from './item';

export type PracticeVerdict = 'right' | 'partly' | 'wrong';

/** How a practice answer stands. Partly right is a multiple choice with more right options chosen than wrong ones. */
export function judgePractice(key: ItemKey, chosen: readonly string[]): PracticeVerdict {
  const right = chosen.filter((option) => key.correct.includes(option)).length;
  const wrong = chosen.length - right;
  if (wrong === 0 && right === key.correct.length) return 'right';
  return key.type === 'multiple-choice' && right > wrong ? 'partly' : 'wrong';
}
