import { isSafeAddress } from '~/content/rich-text/safe-address';
import type { CompileState } from './compile-state';
import type { RichTextJson } from './item';
import { type MarkdownNode, wordsOf } from './markdown-node';
import { typeset } from './typography';

type MarkJson = NonNullable<RichTextJson['marks']>[number];

/** Words with their marks. */
export function compileInline(nodes: readonly MarkdownNode[], state: CompileState, marks: readonly MarkJson[] = []): RichTextJson[] {
  return nodes.flatMap((node) => compileOne(node, state, marks));
}

function compileOne(node: MarkdownNode, state: CompileState, marks: readonly MarkJson[]): RichTextJson[] {
  const within = (mark: MarkJson) => compileInline(node.children ?? [], state, [...marks, mark]);
  switch (node.type) {
    case 'text':
      return text(node.value ?? '', state, marks);
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'strong':
      return within({ type: 'bold' });
    case 'emphasis':
      return within({ type: 'italic' });
    case 'link':
      return state.set === 'lesson' ? link(node, state, marks) : refuse(node, state, 'a link has no place in a question');
    case 'textDirective':
      return directive(node, state, marks);
    default:
      return refuse(node, state, `${describe(node)} has no place here`);
  }
}

function text(value: string, state: CompileState, marks: readonly MarkJson[]): RichTextJson[] {
  const words = typeset(value.replace(/\s*\n\s*/g, ' '), state.locale);
  return words === '' ? [] : [{ type: 'text', text: words, ...(marks.length > 0 && { marks }) }];
}

function link(node: MarkdownNode, state: CompileState, marks: readonly MarkJson[]): RichTextJson[] {
  const href = node.url ?? '';
  if (!isSafeAddress(href)) return refuse(node, state, `the address ${href.slice(0, 80)} is not https, mailto or a path of this site`);
  if (!wordsOf(node).trim()) return refuse(node, state, 'a link needs words');
  return compileInline(node.children ?? [], state, [...marks, { type: 'link', attrs: { href } }]);
}

function directive(node: MarkdownNode, state: CompileState, marks: readonly MarkJson[]): RichTextJson[] {
  const attributes = node.attributes ?? {};
  // A clock time, 14:42: only a letter after the colon makes a directive.
  if (/^\d+$/.test(node.name ?? '') && wordsOf(node) === '' && Object.keys(attributes).length === 0) return text(`:${node.name}`, state, marks);
  if (node.name === 'law') {
    const ref = only(node, state, 'ref');
    if (ref === null) return [];
    if (!state.known.sources.has(ref)) return refuse(node, state, `${ref} is not among the sources of this lesson in module.yaml`);
    return words(node, state, [...marks, { type: 'legalReference', attrs: { ref } }]);
  }
  if (node.name === 'term') {
    const id = only(node, state, 'id');
    if (id === null) return [];
    if (!state.known.terms.has(id)) return refuse(node, state, `${id} is not in the glossary`);
    return words(node, state, [...marks, { type: 'term', attrs: { id } }]);
  }
  const given = Object.keys(attributes).length > 0 ? ` with {${Object.keys(attributes).join(' ')}}` : '';
  return refuse(node, state, `:${node.name}${given} is no directive; write \\: for a colon before a letter`);
}

function words(node: MarkdownNode, state: CompileState, marks: readonly MarkJson[]): RichTextJson[] {
  if (!wordsOf(node).trim()) return refuse(node, state, `:${node.name} needs words in square brackets`);
  return compileInline(node.children ?? [], state, marks);
}

/** The value of the one attribute that a directive takes, or null with a fault. */
export function only(node: MarkdownNode, state: CompileState, name: string): string | null {
  const attributes = node.attributes ?? {};
  const strangers = Object.keys(attributes).filter((key) => key !== name);
  const value = attributes[name];
  if (strangers.length === 0 && typeof value === 'string' && value !== '') return value;
  refuse(node, state, `${node.name} takes exactly {${name}=…}`);
  return null;
}

export function refuse(node: MarkdownNode, state: CompileState, message: string): [] {
  state.fault(node.position?.start.line ?? 1, message);
  return [];
}

const names: Readonly<Record<string, string>> = {
  html: 'HTML',
  image: 'an image (use ::figure)',
  imageReference: 'an image (use ::figure)',
  code: 'a block of code',
  inlineCode: 'code in backticks',
  thematicBreak: 'a ruled line',
  delete: 'struck-out text',
  footnoteReference: 'a footnote',
  footnoteDefinition: 'a footnote',
  linkReference: 'a link by reference (write the address with the link)',
  definition: 'a link definition (write the address with the link)',
  heading: 'a heading',
  table: 'a table',
  blockquote: 'a quotation',
};

export function describe(node: MarkdownNode): string {
  return names[node.type] ?? (node.name ? `the directive ${node.name}` : node.type);
}
