import { singleChoice } from './single-choice';
import type { ItemTypeRules } from './item-type';

/** A statement that holds or does not. True stands first on every page, so that nobody has to look twice. */
export const trueFalse: ItemTypeRules = { ...singleChoice, order: 'as-written' };
