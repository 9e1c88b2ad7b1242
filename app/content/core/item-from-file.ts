import type { Points } from '~/kernel/points';
import type { ItemContent } from './content-tree';
import { inEach } from './content-tree';
import type { LocalizedFigure } from './course-document';
import type { ItemBody, ItemFeedback, ItemKey, ItemLevel, ItemUse } from './item';

/** An item as it is published: its text for those who answer, its key for those who mark, kept apart. */
export interface PublishableItem {
  readonly id: string;
  readonly code: string;
  readonly use: ItemUse;
  readonly outcome: string;
  readonly level: ItemLevel;
  readonly difficulty: number;
  readonly points: Points;
  readonly sources: readonly string[];
  readonly body: ItemBody;
  readonly key: ItemKey;
  readonly feedback: ItemFeedback;
  readonly misconceptions: Readonly<Record<string, string>>;
}

export function itemFromFile({ item, stems }: ItemContent, figures: Readonly<Record<string, LocalizedFigure>>): PublishableItem {
  const { uuid, code, use, type, outcome, level, difficulty, points, sources, media, options, key, misconceptions, text } = item.value;
  return {
    id: uuid,
    code,
    use,
    outcome,
    level,
    difficulty,
    points,
    sources,
    body: {
      type,
      options,
      media: media ?? null,
      figure: media ? (figures[media] ?? null) : null,
      text: inEach((locale) => ({ stem: stems[locale].json, options: text[locale].options })),
    },
    key: { type, correct: key },
    feedback: inEach((locale) => text[locale].feedback),
    misconceptions,
  };
}
