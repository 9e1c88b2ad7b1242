import { parseCalloutKind } from '~/content/rich-text/nodes/callout';
import { compileInline, describe, only, refuse } from './compile-inline';
import type { CompileState } from './compile-state';
import type { RichTextJson } from './item';
import { type MarkdownNode, wordsOf } from './markdown-node';
import { typeset } from './typography';

type Compiler = (node: MarkdownNode, state: CompileState) => RichTextJson[];

const children = (node: MarkdownNode) => node.children ?? [];

const paragraph: Compiler = (node, state) => [{ type: 'paragraph', content: compileInline(children(node), state) }];

const heading: Compiler = (node, state) => {
  if (node.depth !== 2 && node.depth !== 3) return refuse(node, state, 'headings are of level 2 or 3');
  return [{ type: 'heading', attrs: { level: node.depth }, content: compileInline(children(node), state) }];
};

const list: Compiler = (node, state) => {
  const content = children(node).map((entry): RichTextJson => {
    if (typeof entry.checked === 'boolean') refuse(entry, state, 'a list has no boxes to tick');
    return { type: 'listItem', content: compileBlocks(children(entry), state, insideList) };
  });
  if (!node.ordered) return [{ type: 'bulletList', content }];
  return [{ type: 'orderedList', attrs: { start: node.start ?? 1 }, content }];
};

const blockquote: Compiler = (node, state) => [{ type: 'blockquote', content: compileBlocks(children(node), state, insideList) }];

const table: Compiler = (node, state) => {
  const rows = children(node).map((row, index): RichTextJson => {
    const type = index === 0 ? 'tableHeader' : 'tableCell';
    const cells = children(row).map((cell): RichTextJson => ({ type, content: [{ type: 'paragraph', content: compileInline(children(cell), state) }] }));
    return { type: 'tableRow', content: cells };
  });
  return [{ type: 'table', content: rows }];
};

const leaf: Compiler = (node, state) => {
  if (node.name === 'figure') return figure(node, state);
  if (node.name === 'practice') return practice(node, state);
  return refuse(node, state, `::${node.name} is no directive: there are figure and practice`);
};

function figure(node: MarkdownNode, state: CompileState): RichTextJson[] {
  const mediaCode = only(node, state, 'media');
  if (mediaCode === null) return [];
  const alt = state.known.media.get(mediaCode)?.[state.locale];
  if (alt === undefined) return refuse(node, state, `there is no figure ${mediaCode} in media/`);
  return [{ type: 'figure', attrs: { mediaCode, alt, caption: typeset(wordsOf(node).trim(), state.locale) } }];
}

function practice(node: MarkdownNode, state: CompileState): RichTextJson[] {
  const item = only(node, state, 'item');
  if (item === null) return [];
  if (!state.known.practiceItems.has(item)) return refuse(node, state, `${item} is not a practice item of this course`);
  return [{ type: 'practice', attrs: { item } }];
}

const container: Compiler = (node, state) => {
  if (node.name !== 'note') return refuse(node, state, `:::${node.name} is no directive: there is note`);
  const kind = parseCalloutKind(only(node, state, 'kind'));
  if (!kind) return refuse(node, state, 'the kind of a note is note, decision, caution, law or case');
  const content = compileBlocks(children(node), state, insideNote);
  if (content.length === 0) return refuse(node, state, 'an empty note');
  return [{ type: 'callout', attrs: { kind }, content }];
};

/** What may stand where, as the schema says it; here each refusal has a line. */
type Allowed = Readonly<Record<string, Compiler>>;
const insideList: Allowed = { paragraph, list };
const insideNote: Allowed = { paragraph, list, table, blockquote, leafDirective: (node, state) => (node.name === 'practice' ? refuse(node, state, 'a practice question stands outside of notes') : leaf(node, state)) };
export const insideStem: Allowed = { paragraph, list };
export const insideLesson: Allowed = { paragraph, heading, list, blockquote, table, leafDirective: leaf, containerDirective: container };

export function compileBlocks(nodes: readonly MarkdownNode[], state: CompileState, allowed: Allowed): RichTextJson[] {
  return nodes.flatMap((node) => {
    const compiler = Object.hasOwn(allowed, node.type) ? allowed[node.type] : undefined;
    return compiler ? compiler(node, state) : refuse(node, state, `${describe(node)} has no place here`);
  });
}
