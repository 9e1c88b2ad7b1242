import type { ItemType } from '~/content/core/item';
import type { ItemTypeRules } from './item-type';
import { multipleChoice } from './multiple-choice';
import { singleChoice } from './single-choice';
import { trueFalse } from './true-false';

const rules: Record<ItemType, ItemTypeRules> = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'true-false': trueFalse,
};

export function rulesOf(type: ItemType): ItemTypeRules {
  return rules[type];
}
