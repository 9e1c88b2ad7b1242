import type { AssessmentDefinition } from '~/content/core/assessment-definition';
import type { ItemType } from '~/content/core/item';
import { drawForm, type BankItem } from '~/assessment/core/draw-form';
import type { AttemptForm } from '~/assessment/core/attempt-form';
import { mintId } from '~/kernel/ids';

const both = (text: string) => ({ en: text, fr: text });

/** Four questions on marking and two on law, seven tenths to pass, an hour, three attempts a day apart. */
export function aDefinition(changes: Partial<AssessmentDefinition> = {}): AssessmentDefinition {
  return {
    code: 'plastic-waste',
    courseCode: 'plastic-waste',
    title: both('Plastic waste'),
    passMark: { numerator: 7, denominator: 10 },
    timeLimitMinutes: 60,
    attempts: { limit: 3, cooldownHours: 24 },
    blueprint: [
      { outcome: 'marking', items: 4 },
      { outcome: 'law', items: 2 },
    ],
    certificate: { title: both('Certificate'), scope: both('Scope'), limits: both('Limits'), criteria: both('Criteria'), validityMonths: 36 },
    outcomes: { marking: both('Read the marking'), law: both('Name the law') },
    ...changes,
  };
}

const types: readonly ItemType[] = ['single-choice', 'multiple-choice', 'true-false'];

/** So many exam items for each outcome, of every type in turn. */
export function aBank(size = 8, outcomes: readonly string[] = ['marking', 'law']): BankItem[] {
  return outcomes.flatMap((outcome, row) =>
    Array.from({ length: size }, (_, index): BankItem => {
      const serial = row * size + index;
      const type = types[serial % types.length] ?? 'single-choice';
      const id = mintId('itemVersion', new Uint8Array(26).fill(serial % 32));
      return {
        id,
        itemId: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`,
        hash: String(serial).padStart(64, '0'),
        type,
        outcome,
        points: 6,
        options: type === 'true-false' ? [] : ['a', 'b', 'c', 'd'],
      };
    }),
  );
}

export const aSeed = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';

/** The six questions that `aSeed` draws. */
export function aForm(seed = aSeed): AttemptForm {
  const drawn = drawForm({ definition: aDefinition(), courseId: 'course', bank: aBank(), seed, extraMinutes: 0 });
  if (!drawn.ok) throw new Error(drawn.refusal);
  return drawn.value;
}
