import { commitTo, entryOfOpening } from '~/ledger/core/commitment';
import { parseInclusionFile, verifyInclusionFile } from '~/ledger/core/inclusion-file';
import type { LedgerEventType } from '~/ledger/core/ledger-event';
import { parseVerifierKey } from '~/ledger/core/signed-note';
import { type OpenedEntry, openEntry } from '~/ledger/queries/open-entry.server';
import { proveEntry } from '~/ledger/queries/prove-entry.server';
import { decodeBase64Url } from '~/kernel/bytes';
import type { JsonObject } from '~/kernel/canonical-json';
import { type Link, link, linkOf, pendingLink, sameMembers } from '../core/link';

/** An entry of the ledger as an auditor sees it: opened, and with its proof. */
export interface LedgerEntryView {
  readonly entryId: string;
  readonly type: LedgerEventType;
  readonly index: number | null;
  readonly loggedAt: string | null;
  readonly opening: OpenedEntry | null;
  readonly inclusionFile: string | null;
}

export interface EntryToCheck {
  readonly entryId: string;
  readonly type: LedgerEventType;
  /** What the entry must say, member by member: as our rows say it. */
  readonly record: JsonObject;
  readonly evidence: JsonObject;
  /** Verifier key of the log. */
  readonly logKey: string;
}

/**
 * Opens one entry, rebuilds its leaf from what opens it, follows the leaf to the signed root, and compares what it says with what our
 * rows say.
 */
export async function checkEntry(entry: EntryToCheck): Promise<{ readonly view: LedgerEntryView; readonly links: readonly Link[] }> {
  const { entryId, type, logKey } = entry;
  const opening = await openEntry(entryId);
  const proof = await proveEntry(entryId);
  const inclusionFile = proof.ok ? proof.value.inclusionFile : null;
  const view = { entryId, type, index: proof.ok ? proof.value.index : null, loggedAt: proof.ok ? proof.value.loggedAt : null, opening, inclusionFile };
  if (!opening) return { view, links: [linkOf('entry-says-the-same', { holds: false, reason: 'opening deleted', about: type })] };
  const included = inclusionFile === null ? pendingLink('entry-in-log', type) : linkOf('entry-in-log', { ...isIncluded(opening, inclusionFile, logKey), about: type });
  const links = [included, linkOf('entry-evidence', { holds: evidenceOpens(opening), about: type }), saysTheSame(entry, opening)];
  return { view, links };
}

function saysTheSame({ type, record, evidence }: EntryToCheck, opening: OpenedEntry): Link {
  const said = { ...opening.evidence, ...opening.record };
  return link('entry-says-the-same', { ...sameMembers({ type, ...evidence, ...record }, said), about: type });
}

/** Walks from the rebuilt leaf to the root that the log signed. */
function isIncluded({ salt, record }: OpenedEntry, inclusionFile: string, logKey: string): { readonly holds: boolean; readonly reason?: string } {
  const bytes = decodeBase64Url(salt);
  const log = parseVerifierKey(logKey);
  const file = parseInclusionFile(inclusionFile);
  if (bytes?.length !== 32 || !log || !file.ok) return { holds: false, reason: 'unreadable' };
  const verified = verifyInclusionFile({ file: file.value, entry: entryOfOpening({ salt: bytes, record }), log });
  return verified.ok ? { holds: true } : { holds: false, reason: verified.refusal };
}

function evidenceOpens({ evidenceSalt, evidence, record }: OpenedEntry): boolean {
  const bytes = decodeBase64Url(evidenceSalt);
  return bytes?.length === 32 && commitTo({ salt: bytes, record: evidence }) === record['evidence'];
}
