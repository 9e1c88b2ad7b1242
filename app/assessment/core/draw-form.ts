import type { AssessmentDefinition } from '~/content/core/assessment-definition';
import { type ItemType, trueFalseOptions } from '~/content/core/item';
import type { ItemVersionId } from '~/kernel/ids';
import { done, refused, type Result } from '~/kernel/result';
import type { AttemptForm, FormItem } from './attempt-form';
import { rulesOf } from './item-types/item-types';
import { randomStream, type Seed, shuffled } from './random-stream';

/** What the draw needs to know of an exam item: nothing that could give its answer away. */
export interface BankItem {
  readonly id: ItemVersionId;
  readonly itemId: string;
  readonly hash: string;
  readonly type: ItemType;
  readonly outcome: string;
  readonly points: number;
  readonly options: readonly string[];
}

export interface Draw {
  readonly definition: AssessmentDefinition;
  readonly courseId: string;
  readonly bank: readonly BankItem[];
  readonly seed: Seed;
  readonly extraMinutes: number;
}

/** Ids of 50 random bits: they only need to be unlike one another inside one attempt, and unguessable from another one. */
const idLength = 10;

/**
 * Draws the questions of one attempt. Four independent streams of the seed decide: which items of each outcome's pool
 * (`pool:<outcome>`), their order (`order`), the order of the options (`options:<item id>`), and the ids that the trainee's
 * browser sees (`ids`). Items are sorted by their id first, so the order in which a database returns them decides nothing.
 */
export function drawForm({ definition, courseId, bank, seed, extraMinutes }: Draw): Result<AttemptForm, 'bank-too-small'> {
  const sorted = [...bank].sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
  const drawn = definition.blueprint.map(({ outcome, items }) => {
    const pool = sorted.filter((item) => item.outcome === outcome);
    return pool.length < items ? null : shuffled(pool, randomStream(seed, `pool:${outcome}`)).slice(0, items);
  });
  if (!drawn.every((items) => items !== null)) return refused('bank-too-small');

  const ids = randomStream(seed, 'ids');
  const items = shuffled(drawn.flat(), randomStream(seed, 'order')).map((item): FormItem => {
    const { id, itemId, hash, type, outcome, points } = item;
    const options = optionsOf(item, seed).map((option) => ({ id: `o${ids.token(idLength)}`, option }));
    return { id: `q${ids.token(idLength)}`, itemVersionId: id, itemId, hash, type, outcome, points, options };
  });
  const { code, courseCode, passMark, timeLimitMinutes } = definition;
  const rule = { numerator: passMark.numerator, denominator: passMark.denominator };
  return done({ version: 1, courseId, courseCode, assessmentCode: code, passMark: rule, timeLimitMinutes, extraMinutes, items });
}

function optionsOf({ itemId, type, options }: BankItem, seed: Seed): readonly string[] {
  if (type === 'true-false') return trueFalseOptions;
  return rulesOf(type).order === 'drawn' ? shuffled(options, randomStream(seed, `options:${itemId}`)) : options;
}
