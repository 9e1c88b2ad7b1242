import type { ReadableBlock } from '~/authoring/core/readable-block';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';

/** What kind of block it is, and what it stands in, in words. A kind without words of its own is named as the document names it. */
export function BlockLabel({ block }: { readonly block: ReadableBlock }) {
  const t = useTranslator(messages);
  const say = (kind: string) => {
    const key = `block.${kind}`;
    return messages.has(key) ? t(key) : kind;
  };
  const within = block.within.map((place) => say(place.split(' ')[0] ?? '')).filter((place, index, all) => place !== all[index - 1]);
  return <span>{[...within, say(block.kind)].join(' › ')}</span>;
}
