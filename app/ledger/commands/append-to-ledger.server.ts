import { base64urlnopad } from '@scure/base';
import type { LedgerEntryId } from '~/kernel/ids';
import type { Tx } from '~/platform/db.server';
import { newId, random } from '~/platform/random.server';
import { saltLength } from '../core/commitment';
import { sealEvent, type Circumstances, type LedgerEvent, type LedgerSalts } from '../core/ledger-event';
import { insertEntry } from '../store/entries.server';

/** Fresh salts, for those who must know what an entry will commit to before they append it. */
export function newLedgerSalts(): LedgerSalts {
  return { record: random(saltLength), evidence: random(saltLength) };
}

/**
 * Records a fact in the caller's transaction. It waits there for its place in the log, which the sequencer gives it within
 * two seconds of the commit; nothing here waits for anybody.
 * @returns the entry, by which `proveEntry` finds it later
 */
export async function appendToLedger(tx: Tx, event: LedgerEvent & Circumstances, salts: LedgerSalts = newLedgerSalts()): Promise<LedgerEntryId> {
  const id = newId('ledgerEntry');
  const { commitment, record, evidence } = sealEvent(event, salts);
  await insertEntry(tx, {
    id,
    type: event.type,
    commitment,
    subjectId: event.subjectId,
    actorId: event.actor.id,
    actorRole: event.actor.role,
    recordedAt: event.recordedAt,
    opening: { salt: base64urlnopad.encode(salts.record), record, evidenceSalt: base64urlnopad.encode(salts.evidence), evidence },
  });
  return id;
}
