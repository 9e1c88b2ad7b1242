import type { ItemTypeRules } from './item-type';

/** One right option: all points for it alone, none for anything else. */
export const singleChoice: ItemTypeRules = {
  order: 'drawn',
  chooses: 'one',
  mark: (key, points, chosen) => (chosen.size === 1 && key.correct.every((option) => chosen.has(option)) ? points : 0),
};
