import type { RichTextJson } from '~/content/core/item';

/** What a document points to, each once, in the order of reading. */
export interface Mentions {
  readonly media: readonly string[];
  readonly practiceItems: readonly string[];
  readonly sources: readonly string[];
  readonly terms: readonly string[];
}

export function mentionsIn(document: RichTextJson): Mentions {
  const media = new Set<string>();
  const practiceItems = new Set<string>();
  const sources = new Set<string>();
  const terms = new Set<string>();
  const visit = ({ type, attrs, marks = [], content = [] }: RichTextJson): void => {
    if (type === 'figure') media.add(String(attrs?.['mediaCode']));
    if (type === 'practice') practiceItems.add(String(attrs?.['item']));
    for (const mark of marks) {
      if (mark.type === 'legalReference') sources.add(String(mark.attrs?.['ref']));
      if (mark.type === 'term') terms.add(String(mark.attrs?.['id']));
    }
    content.forEach(visit);
  };
  visit(document);
  return { media: [...media], practiceItems: [...practiceItems], sources: [...sources], terms: [...terms] };
}
