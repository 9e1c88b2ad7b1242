import { canonicalJson, type Json, type JsonObject } from '~/kernel/canonical-json';

/**
 * One link of the chain from a certificate to the answers it was earned by: two things that must be the same, one as it was recorded
 * or signed, one as it is found or computed now. `pending` is a link that cannot be there yet.
 */
export interface Link {
  readonly name: LinkName;
  readonly outcome: 'holds' | 'broken' | 'pending';
  readonly expected: string;
  readonly found: string;
  /** What it is about, where there are several: the number of an event, the id of an entry. */
  readonly about?: string;
}

export const linkNames = [
  // certificate
  'row-says-what-was-signed',
  'credential-unchanged',
  'signature-rdfc',
  'signature-jcs',
  'signed-by-issuer',
  'decisions-lead-to-state',
  'status-lists-agree',
  'document-unchanged',
  // grade
  'grade-belongs-to-attempt',
  'grade-reaches-pass-mark',
  'grade-recomputed',
  // attempt
  'evidence-readable',
  'event-chain',
  'event-replay',
  'form-as-started',
  'items-as-drawn',
  'answers-as-recorded',
  'evidence-as-sealed',
  // ledger
  'entry-in-log',
  'entry-evidence',
  'entry-says-the-same',
] as const;
export type LinkName = (typeof linkNames)[number];

/** Compares two values; both are shown as they are. */
export function link(name: LinkName, { expected, found, about }: { readonly expected: Json; readonly found: Json; readonly about?: string }): Link {
  const [wanted, present] = [shown(expected), shown(found)];
  return { name, outcome: wanted === present ? 'holds' : 'broken', expected: wanted, found: present, ...(about !== undefined && { about }) };
}

/** A check that was made elsewhere and came out so or so. */
export function linkOf(name: LinkName, { holds, reason = '', about }: { readonly holds: boolean; readonly reason?: string; readonly about?: string }): Link {
  return { name, outcome: holds ? 'holds' : 'broken', expected: '✓', found: holds ? '✓' : reason || '✗', ...(about !== undefined && { about }) };
}

export function pendingLink(name: LinkName, about?: string): Link {
  return { name, outcome: 'pending', expected: '✓', found: '…', ...(about !== undefined && { about }) };
}

/** Every member that is named on both sides, side by side, so that the one that differs is seen. */
export function sameMembers(expected: JsonObject, found: JsonObject): { readonly expected: string; readonly found: string } {
  const names = Object.keys(expected);
  const differing = names.filter((name) => shown(expected[name] ?? null) !== shown(found[name] ?? null));
  const show = (from: JsonObject) => (differing.length > 0 ? differing : names).map((name) => `${name}: ${shown(from[name] ?? null)}`).join('\n');
  return { expected: show(expected), found: show(found) };
}

function shown(value: Json): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** A part of the walk with its links. */
export interface Stage {
  readonly name: 'certificate' | 'grade' | 'attempt' | 'ledger';
  readonly links: readonly Link[];
}

export type WalkVerdict = 'holds' | 'broken' | 'pending';

export function verdictOf(stages: readonly Stage[]): WalkVerdict {
  const outcomes = stages.flatMap(({ links }) => links.map(({ outcome }) => outcome));
  if (outcomes.includes('broken')) return 'broken';
  return outcomes.includes('pending') ? 'pending' : 'holds';
}
