import type { ItemKey, ItemResponse } from '~/content/core/item';
import type { ItemVersionId } from '~/kernel/ids';
import { type Fraction, type Points, reaches } from '~/kernel/points';
import { rulesOf } from './item-types/item-types';

/** Stored with every grade. It rises when a marking rule changes, so that an old grade is recomputed by the rule it was made by. */
export const graderVersion = 1;

/** The points of a response to one item: whole, from 0 to `points`. Nothing chosen earns nothing. */
export function gradeItem(item: { readonly key: ItemKey; readonly points: Points }, response: ItemResponse): Points {
  return markOf(item, response) ?? 0;
}

/** Null when only a person can mark it. */
function markOf({ key, points }: { readonly key: ItemKey; readonly points: Points }, response: ItemResponse): Points | null {
  return response.chosen.length === 0 ? 0 : rulesOf(key.type).mark(key, points, new Set(response.chosen));
}

/** One question as it was asked, with its key and what was last saved for it. */
export interface GradableItem {
  readonly position: number;
  readonly itemVersionId: ItemVersionId;
  readonly outcome: string;
  readonly points: Points;
  readonly key: ItemKey;
  /** Option ids as the author wrote them; null when nothing was saved. */
  readonly response: ItemResponse | null;
}

export type ItemScore = {
  readonly position: number;
  readonly itemVersionId: ItemVersionId;
  readonly outcome: string;
  readonly points: Points;
  readonly maxPoints: Points;
  readonly answered: boolean;
};

export type OutcomeScore = {
  readonly outcome: string;
  readonly points: Points;
  readonly maxPoints: Points;
  readonly items: number;
  readonly answered: number;
};

export interface AttemptGrade {
  readonly points: Points;
  readonly maxPoints: Points;
  readonly passed: boolean;
  /** How many items wait for a person's mark. */
  readonly openItems: number;
  readonly byItem: readonly ItemScore[];
  /** In the order in which the outcomes are first asked. */
  readonly byOutcome: readonly OutcomeScore[];
}

/** Marks every item of an attempt and decides pass or fail by the exact fraction. */
export function gradeAttempt({ items, passMark }: { readonly items: readonly GradableItem[]; readonly passMark: Fraction }): AttemptGrade {
  const marks = items.map((item) => (item.response ? markOf(item, item.response) : 0));
  const byItem = items.map(({ position, itemVersionId, outcome, points, response }, index) => ({
    position,
    itemVersionId,
    outcome,
    points: marks[index] ?? 0,
    maxPoints: points,
    answered: response !== null && response.chosen.length > 0,
  }));
  const points = sum(byItem.map((score) => score.points));
  const maxPoints = sum(byItem.map((score) => score.maxPoints));
  const openItems = marks.filter((mark) => mark === null).length;
  return { points, maxPoints, passed: openItems === 0 && reaches(points, maxPoints, passMark), openItems, byItem, byOutcome: scoresByOutcome(byItem) };
}

function scoresByOutcome(byItem: readonly ItemScore[]): OutcomeScore[] {
  return [...new Set(byItem.map((score) => score.outcome))].map((outcome) => {
    const scores = byItem.filter((score) => score.outcome === outcome);
    return {
      outcome,
      points: sum(scores.map((score) => score.points)),
      maxPoints: sum(scores.map((score) => score.maxPoints)),
      items: scores.length,
      answered: scores.filter((score) => score.answered).length,
    };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
