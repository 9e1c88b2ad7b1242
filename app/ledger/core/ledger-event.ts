import type { Actor } from '~/kernel/actor';
import type { JsonObject } from '~/kernel/canonical-json';
import type { Instant } from '~/kernel/instant';
import { commitTo, type LedgerRecord } from './commitment';

/**
 * The facts that matter beyond one attempt. `record` is what anybody sees who is handed the opening of the leaf;
 * `evidence` is sealed once more inside it and opened to auditors alone. Instants are ISO 8601 in UTC.
 */
export type LedgerEvent =
  /** A trainee was shown the first question: from now on this attempt cannot vanish. */
  | Fact<'attempt-started', { attemptId: string; assessmentVersionId: string; sequence: number; startedAt: string }>
  /** An attempt was graded; `chainHead` is the last hash of its own event chain. */
  | Fact<'attempt-graded', { attemptId: string; gradeId: string; chainHead: string; points: number; maxPoints: number; passed: boolean; gradedAt: string }>
  /** An attempt ended without a grade, for the reason given. */
  | Fact<'attempt-voided', { attemptId: string; chainHead: string; reason: string; voidedAt: string }>
  /** A credential was signed. `credentialDigest` is `digestOfCredential` of it, proofs included. */
  | Fact<'certificate-issued', { credentialDigest: string; issuedAt: string }>
  /** A certificate does not count until it is reinstated. */
  | Fact<'certificate-suspended', StatusChange>
  /** A suspended certificate counts again. */
  | Fact<'certificate-reinstated', StatusChange>
  /** A certificate was withdrawn for good. */
  | Fact<'certificate-revoked', StatusChange>
  /** A certificate was replaced by a later one of the same person. */
  | Fact<'certificate-superseded', StatusChange & { replacedBy: string }>
  /** A version of something taught or asked became binding, with the hash of what it says. */
  | Fact<'version-published', { thing: 'lesson' | 'item' | 'assessment' | 'course'; versionId: string; contentHash: string; publishedAt: string }>
  /** A person was given a role. */
  | Fact<'role-granted', RoleChange>
  /** A person lost a role. */
  | Fact<'role-ended', RoleChange>
  /** A public key may be used from now on; verifiers may pin it. */
  | Fact<'key-added', KeyChange>
  /** A key is not used any more. `compromised`: what it signed after this entry is void. */
  | Fact<'key-retired', KeyChange & { reason: 'rotated' | 'compromised' }>
  /** An edition of a status list went out. */
  | Fact<'status-list-published', { list: string; purpose: 'revocation' | 'suspension'; digest: string; publishedAt: string }>;

export type LedgerEventType = LedgerEvent['type'];
export type RecordOf<Type extends LedgerEventType> = Extract<LedgerEvent, { type: Type }>['record'];

/** What every fact is recorded with: who did it, to which thing, when. */
export type Circumstances = { readonly actor: Actor; readonly subjectId: string; readonly recordedAt: Instant };

type Fact<Type extends string, Public extends JsonObject> = {
  readonly type: Type;
  readonly record: Readonly<Public>;
  readonly evidence?: JsonObject;
};
type StatusChange = { credentialDigest: string; reason: string; at: string };
type RoleChange = { roleGrantId: string; personId: string; role: string; administrationId: string | null; at: string };
type KeyChange = { purpose: 'issuer' | 'log' | 'status'; controller: string; key: string; publicKey: string; at: string };

/** Fresh random salts of one entry, 32 bytes each. */
export type LedgerSalts = { readonly record: Uint8Array; readonly evidence: Uint8Array };

/** What is committed for an event, and what must be kept beside the salts to open it. */
export type SealedEvent = { readonly commitment: string; readonly record: LedgerRecord; readonly evidence: JsonObject };

/**
 * Seals an event under two fresh salts: the evidence (with who, what and when) inside the record, the record inside the
 * leaf. So a holder opens the record without learning the evidence.
 */
export function sealEvent(event: LedgerEvent & Circumstances, salts: LedgerSalts): SealedEvent {
  const evidence = evidenceOf(event);
  const record: LedgerRecord = { ...event.record, type: event.type, evidence: commitTo({ salt: salts.evidence, record: evidence }) };
  return { commitment: commitTo({ salt: salts.record, record }), record, evidence };
}

/** The `evidence` member that `sealEvent` will put into the record, for those who must know it before there is an event. */
export function evidenceCommitment(event: Circumstances & { readonly evidence?: JsonObject }, salt: Uint8Array): string {
  return commitTo({ salt, record: evidenceOf(event) });
}

function evidenceOf({ evidence, actor, subjectId, recordedAt }: Circumstances & { readonly evidence?: JsonObject }): JsonObject {
  return { ...evidence, actorId: actor.id, actorRole: actor.role, subjectId, recordedAt: recordedAt.toISOString() };
}
