import type { ItemKey } from '~/content/core/item';
import type { Points } from '~/kernel/points';

/**
 * What one way of asking decides for itself. A new type is one module like its neighbours and one line in `item-types.ts`;
 * drawing, saving, grading and the pages ask nothing else.
 */
export interface ItemTypeRules {
  /** Whether the options are shown in an order drawn for the attempt or as the author wrote them. */
  readonly order: 'drawn' | 'as-written';
  /** How many options a trainee may choose. */
  readonly chooses: 'one' | 'any-number';
  /** Points for the chosen option ids, each named once: whole, from 0 to `points`; null when only a person can mark it. */
  readonly mark: (key: ItemKey, points: Points, chosen: ReadonlySet<string>) => Points | null;
}
