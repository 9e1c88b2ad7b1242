import type { JsonObject } from '~/kernel/canonical-json';
import { type CertificateStatus } from './certificate-machine';
import type { CertifiedFacts } from './certified-facts';
import { certificateContexts } from './credential-contexts';
import { type Cryptosuite, type PinnedKey, verifySecuredDocument } from './data-integrity';
import type { StepRefusal, Verification, VerificationStep } from './verify-credential';

/** One named check of /verify/:number, in the order in which the page tells them. */
export interface NamedCheck {
  readonly name: CheckName;
  readonly outcome: VerificationStep['outcome'];
  /** Why not, by name. */
  readonly refusal: StepRefusal | null;
}

export const checkNames = [
  'signature-rdfc',
  'signature-jcs',
  'signed-by-issuer',
  'is-a-certificate',
  'in-force',
  'not-revoked',
  'not-suspended',
  'recorded-in-log',
  'seen-by-witnesses',
] as const;
export type CheckName = (typeof checkNames)[number];

/**
 * What the page answers. `being-recorded`: granted, but its entry is not in a signed checkpoint yet. `contradictory`: our own row says
 * that it counts, and the signed file or the log says otherwise; nobody should rely on it.
 */
export type Answer = CertificateStatus | 'being-recorded' | 'contradictory';

/** Without these holding, a row that says valid is not believed. */
const indispensable: readonly CheckName[] = ['signature-rdfc', 'signature-jcs', 'signed-by-issuer', 'is-a-certificate', 'recorded-in-log'];

/** What our rows say of a certificate, beside what its signed file says. */
export interface Standing {
  readonly status: CertificateStatus;
  /** Its entry is in a signed checkpoint. */
  readonly recorded: boolean;
  /** Its record of decisions leads to the state of its row. */
  readonly replays: boolean;
  /** The status lists at hand were signed after the last decision; a moment after one they are not. */
  readonly listed: boolean;
}

export function answerOf({ status, recorded, replays, listed }: Standing, checks: readonly NamedCheck[]): Answer {
  if (!recorded) return 'being-recorded';
  const broken = checks.some(({ name, outcome }) => indispensable.includes(name) && outcome !== 'holds');
  const withdrawn = checks.some(({ name, outcome }) => (name === 'not-revoked' || name === 'not-suspended') && outcome === 'fails');
  if (broken || !replays || (status === 'valid' && listed && withdrawn)) return 'contradictory';
  return status;
}

/** The two signatures each for itself, then the steps that every verifier takes. */
export async function namedChecks(credential: JsonObject, { steps }: Verification, keys: readonly PinnedKey[]): Promise<NamedCheck[]> {
  const alone = await Promise.all([checkAlone(credential, 'eddsa-rdfc-2022', keys), checkAlone(credential, 'eddsa-jcs-2022', keys)]);
  const all = new Map<CheckName, NamedCheck>([...alone, ...steps].map((check) => [check.name, check]));
  return checkNames.flatMap((name) => all.get(name) ?? []);
}

async function checkAlone(credential: JsonObject, suite: Cryptosuite, keys: readonly PinnedKey[]): Promise<NamedCheck> {
  const proofs = Array.isArray(credential['proof']) ? (credential['proof'] as readonly JsonObject[]) : [];
  const document = { ...credential, proof: proofs.filter((proof) => proof['cryptosuite'] === suite) };
  const held = await verifySecuredDocument({ document, contexts: certificateContexts, suites: [suite], keys });
  const name = suite === 'eddsa-rdfc-2022' ? 'signature-rdfc' : 'signature-jcs';
  return { name, outcome: held.ok ? 'holds' : 'fails', refusal: held.ok ? null : held.refusal };
}

/** Where a certificate stands in the log, and the texts that prove it. */
export interface LogPlace {
  readonly origin: string;
  readonly index: number;
  readonly size: number;
  /** Root of the tree, base 64. */
  readonly root: string;
  /** The signed checkpoint, byte for byte. */
  readonly checkpoint: string;
  /** C2SP tlog-proof@v1. */
  readonly inclusionProof: string;
}

/** A decision that was taken about it, without its reason: that is between the administration and the holder. */
export interface PublicDecision {
  readonly event: 'suspended' | 'reinstated' | 'revoked' | 'superseded';
  readonly at: Date;
  readonly replacedBy: string | null;
}

export interface VerificationReport {
  readonly answer: Answer;
  readonly facts: CertifiedFacts;
  readonly digest: string;
  readonly checks: readonly NamedCheck[];
  readonly log: LogPlace | null;
  readonly decisions: readonly PublicDecision[];
  readonly statusLists: readonly string[];
  readonly checkedAt: Date;
}
