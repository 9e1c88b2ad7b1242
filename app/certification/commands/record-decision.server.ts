import type { Actor } from '~/kernel/actor';
import type { LedgerEntryId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, type Result } from '~/kernel/result';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import type { Tx } from '~/platform/db.server';
import { addJob } from '~/platform/jobs.server';
import type { Certificate } from '../core/certificate';
import { type CertificateDecision, type CertificateEventType, decideOn, type DecisionRefusal } from '../core/certificate-machine';
import type { CertificateNumber } from '../core/certificate-number';
import { insertCertificateEvent, listCertificateEvents, saveState } from '../store/certificates.server';
import { tellHolder } from './tell-holder.server';

export interface Decision {
  readonly certificate: Certificate;
  readonly decision: CertificateDecision;
  readonly reason: string;
  /** The certificate that takes this one's place; only when it is superseded. */
  readonly replacedBy: CertificateNumber | null;
}

/**
 * Takes a decision about a locked certificate: its state, its record, its ledger entry, its bit in the status lists and the word
 * to its holder, all in the caller's transaction or not at all.
 */
export async function recordDecision(
  tx: Tx,
  taken: Decision,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<Result<CertificateEventType, DecisionRefusal>> {
  const { certificate, decision, reason, replacedBy } = taken;
  const outcome = decideOn(certificate.state, decision);
  if (!outcome.ok) return outcome;
  const { state, event } = outcome.value;
  await saveState(tx, certificate, state);
  const ledgerEntryId = await appendDecision(tx, taken, { event, actor, now });
  const sequence = (await listCertificateEvents(tx, certificate.id)).length + 1;
  await insertCertificateEvent(tx, certificate.id, { sequence, type: event, actorId: actor.id, reason, replacedBy, at: now, ledgerEntryId });
  await addJob(tx, 'publish-status-lists', {}, { key: 'publish-status-lists' });
  await tellHolder(tx, certificate, { event, reason, replacedBy });
  return done(event);
}

async function appendDecision(
  tx: Tx,
  { certificate, reason, replacedBy }: Decision,
  { event, actor, now }: { readonly event: CertificateEventType; readonly actor: Actor; readonly now: Instant },
): Promise<LedgerEntryId> {
  const change = { credentialDigest: certificate.credentialDigest, reason, at: now.toISOString() };
  const circumstances = { actor, subjectId: certificate.id, recordedAt: now, evidence: { certificateId: certificate.id, number: certificate.number } };
  switch (event) {
    case 'superseded':
      return appendToLedger(tx, { type: 'certificate-superseded', record: { ...change, replacedBy: replacedBy ?? '' }, ...circumstances });
    case 'issued':
      throw new Error('Issuing is no decision about a certificate');
    default:
      return appendToLedger(tx, { type: `certificate-${event}`, record: change, ...circumstances });
  }
}
