import { Node } from '@tiptap/pm/model';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { RichTextJson } from '~/content/core/item';
import { sha256Of, utf8 } from '~/kernel/bytes';
import { canonicalBytes, type JsonObject } from '~/kernel/canonical-json';
import { done, refused, type Result } from '~/kernel/result';
import { attributeFault, type AttributeFault } from './attribute-rules';
import { type DocumentSet, documentSchema, schemaVersion } from './document-sets';
import { withHeadingIds } from './heading-ids';
import { type Mentions, mentionsIn } from './mentions';

const maxBytes = 512 * 1024;
const maxDepth = 24;
const maxNodes = 20_000;

export type DocumentRefusal =
  | 'document-too-large'
  | 'document-too-deep'
  | AttributeFault
  | 'document-media-unknown'
  | 'document-item-unknown'
  | 'document-source-unknown'
  | 'document-term-unknown';

/** What a document may point to; the caller knows its course. */
export interface KnownThings {
  readonly media: (code: string) => boolean;
  readonly practiceItem: (code: string) => boolean;
  readonly source: (ref: string) => boolean;
  readonly term: (id: string) => boolean;
}

/** A document that passed the gate: what is stored, its hash, and what it points to. */
export interface CheckedDocument {
  readonly json: RichTextJson;
  /** SHA-256 of the canonical JSON (RFC 8785), hex. */
  readonly documentHash: string;
  readonly schemaVersion: number;
  readonly mentions: Mentions;
}

/**
 * The gate: nothing is stored that did not pass here. Size and depth come first, then the schema, then our own walk over every
 * attribute; what comes out is re-serialised, so nothing unknown can ride along, with an id on every heading.
 */
export function checkDocument(set: DocumentSet, json: unknown, known: KnownThings): Result<CheckedDocument, DocumentRefusal> {
  const bounds = outOfBounds(json);
  if (bounds) return refused(bounds);
  const document = parse(set, json);
  if (!document) return refused('document-malformed');
  const fault = attributeFaults(document);
  if (fault) return refused(fault);
  const stored: RichTextJson = JSON.parse(JSON.stringify(document.toJSON()));
  const mentions = mentionsIn(stored);
  const unknown = firstUnknown(mentions, known);
  if (unknown) return refused(unknown);
  return done({ json: stored, documentHash: documentHashOf(stored), schemaVersion, mentions });
}

/** SHA-256 of the document's canonical JSON, hex. */
export function documentHashOf(json: RichTextJson): string {
  const plain: JsonObject = JSON.parse(JSON.stringify(json));
  return bytesToHex(sha256Of(canonicalBytes(plain)));
}

/** Walks with a list of its own instead of recursion: a deep document must not overflow the stack before it is refused. */
function outOfBounds(json: unknown): 'document-too-large' | 'document-too-deep' | null {
  let nodes = 0;
  let waiting: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  while (waiting.length > 0) {
    const { value, depth } = waiting.pop()!;
    if (typeof value !== 'object' || value === null) continue;
    nodes += 1;
    // A level of nodes is two levels of JSON: the node and its content list.
    if (depth > maxDepth * 2) return 'document-too-deep';
    if (nodes > maxNodes * 4) return 'document-too-large';
    for (const member of Object.values(value)) waiting.push({ value: member, depth: depth + 1 });
  }
  waiting = [];
  return utf8(JSON.stringify(json) ?? '').length > maxBytes ? 'document-too-large' : null;
}

function parse(set: DocumentSet, json: unknown): Node | null {
  const schema = documentSchema(set);
  try {
    const document = withHeadingIds(Node.fromJSON(schema, json));
    document.check();
    return document.type === schema.topNodeType ? document : null;
  } catch (error) {
    // ProseMirror and its content expressions answer a bad document by throwing: that is the refusal, and no outage.
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

function attributeFaults(document: Node): AttributeFault | null {
  let fault = attributeFault(document.type.name, document.attrs);
  document.descendants((node) => {
    fault ??= attributeFault(node.type.name, node.attrs);
    for (const mark of node.marks) fault ??= attributeFault(mark.type.name, mark.attrs);
    return fault === null;
  });
  return fault;
}

function firstUnknown(mentions: Mentions, known: KnownThings): DocumentRefusal | null {
  if (!mentions.media.every(known.media)) return 'document-media-unknown';
  if (!mentions.practiceItems.every(known.practiceItem)) return 'document-item-unknown';
  if (!mentions.sources.every(known.source)) return 'document-source-unknown';
  if (!mentions.terms.every(known.term)) return 'document-term-unknown';
  return null;
}
