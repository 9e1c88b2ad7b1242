import { canonicalJson, type Json } from '~/kernel/canonical-json';
import type { RichTextJson } from '~/content/core/item';
import { sequenceDifference } from './sequence-difference';

interface ThreeTexts {
  /** The text that both writers began from. */
  readonly base: RichTextJson;
  readonly mine: RichTextJson;
  readonly theirs: RichTextJson;
}

/** Two texts put together. `overlaps` counts the places that both changed: there both versions stand, theirs before mine. */
export interface MergedDocument {
  readonly document: RichTextJson;
  readonly overlaps: number;
}

/** A stretch of the base, by index, and what a writer made of it. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly RichTextJson[];
}

/**
 * Puts two texts with a common origin together, block by block (the idea of diff3: Khanna, Kunal, Pierce, "A Formal Investigation of
 * Diff3", 2007). What only one changed is taken from that one; where both changed the same place nothing is thrown away.
 */
export function mergeDocuments({ base, mine, theirs }: ThreeTexts): MergedDocument {
  const origin = base.content ?? [];
  const ofMine = editsOf(origin, mine.content ?? []);
  const ofTheirs = editsOf(origin, theirs.content ?? []);
  const merged: RichTextJson[] = [];
  let overlaps = 0;
  let at = 0;
  while (ofMine.length > 0 || ofTheirs.length > 0) {
    const region = nextRegion(ofMine, ofTheirs);
    merged.push(...origin.slice(at, region.from));
    const mineThere = applied(region, region.mine, origin);
    const theirsThere = applied(region, region.theirs, origin);
    if (region.mine.length === 0 || same(mineThere, theirsThere)) merged.push(...theirsThere);
    else if (region.theirs.length === 0) merged.push(...mineThere);
    else {
      overlaps += 1;
      merged.push(...theirsThere, ...mineThere);
    }
    at = region.to;
  }
  merged.push(...origin.slice(at));
  return { document: { ...theirs, content: merged }, overlaps };
}

interface Region {
  readonly from: number;
  readonly to: number;
  readonly mine: readonly Edit[];
  readonly theirs: readonly Edit[];
}

/** Takes from both lists the edits that touch one another, and the stretch of the base they cover together. */
function nextRegion(ofMine: Edit[], ofTheirs: Edit[]): Region {
  const from = Math.min(ofMine[0]?.from ?? Infinity, ofTheirs[0]?.from ?? Infinity);
  let to = from;
  const mine: Edit[] = [];
  const theirs: Edit[] = [];
  const take = (waiting: Edit[], taken: Edit[]): boolean => {
    const [first] = waiting;
    if (!first || first.from > to) return false;
    // Neighbouring blocks are two places; an insertion at the very edge of a change has no order of its own and is one.
    if (first.from === to && from < to && first.from < first.to) return false;
    taken.push(first);
    waiting.shift();
    to = Math.max(to, first.to);
    return true;
  };
  while (take(ofMine, mine) || take(ofTheirs, theirs));
  return { from, to, mine, theirs };
}

/** What one writer made of the region. */
function applied({ from, to }: Region, edits: readonly Edit[], origin: readonly RichTextJson[]): RichTextJson[] {
  const blocks: RichTextJson[] = [];
  let at = from;
  for (const edit of edits) {
    blocks.push(...origin.slice(at, edit.from), ...edit.blocks);
    at = edit.to;
  }
  return [...blocks, ...origin.slice(at, to)];
}

function editsOf(origin: readonly RichTextJson[], text: readonly RichTextJson[]): Edit[] {
  const edits: { from: number; to: number; blocks: RichTextJson[] }[] = [];
  let at = 0;
  for (const step of sequenceDifference({ before: origin, after: text, key: blockKey })) {
    if (step.change === 'kept') {
      at += 1;
      continue;
    }
    const last = edits.at(-1);
    const edit = last?.to === at ? last : { from: at, to: at, blocks: [] };
    if (edit !== last) edits.push(edit);
    if (step.change === 'added') edit.blocks.push(step.after);
    else edit.to = at += 1;
  }
  return edits;
}

function same(a: readonly RichTextJson[], b: readonly RichTextJson[]): boolean {
  return a.length === b.length && a.every((block, index) => blockKey(block) === blockKey(b[index] ?? { type: '' }));
}

function blockKey(block: RichTextJson): string {
  const json: Json = JSON.parse(JSON.stringify(block));
  return canonicalJson(json);
}
