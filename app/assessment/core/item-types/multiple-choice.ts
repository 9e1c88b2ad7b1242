import type { ItemTypeRules } from './item-type';

/**
 * Several right options: floor(points × max(0, right − wrong) ÷ number of keys). Each right one adds, each wrong one takes
 * away, so choosing everything earns nothing; never below zero.
 */
export const multipleChoice: ItemTypeRules = {
  order: 'drawn',
  chooses: 'any-number',
  mark: (key, points, chosen) => {
    const right = key.correct.filter((option) => chosen.has(option)).length;
    const wrong = chosen.size - right;
    return Math.floor((points * Math.max(0, right - wrong)) / key.correct.length);
  },
};
