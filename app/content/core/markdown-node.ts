import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** What the compilers need to know of a node of the Markdown tree (mdast), whatever its kind. */
export interface MarkdownNode {
  readonly type: string;
  readonly children?: readonly MarkdownNode[];
  readonly value?: string;
  readonly depth?: number;
  readonly url?: string;
  readonly title?: string | null;
  readonly ordered?: boolean | null;
  readonly start?: number | null;
  readonly checked?: boolean | null;
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, string | null | undefined>> | null;
  readonly data?: unknown;
  readonly position?: { readonly start: { readonly line: number } };
}

const lessonParser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();
const stemParser = unified().use(remarkParse).freeze();

/** GitHub's Markdown with directives. */
export function parseLessonMarkdown(text: string): MarkdownNode {
  return lessonParser.parse(text);
}

/** Plain Markdown: in a question a colon is a colon. */
export function parseStemMarkdown(text: string): MarkdownNode {
  return stemParser.parse(text);
}

/** The words of a node and of all that it holds. */
export function wordsOf(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(wordsOf).join('');
}
