import type { JsonObject } from '~/kernel/canonical-json';
import { isJsonObject } from '~/kernel/canonical-json';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { decodeOpening, entryOfOpening, type Opening } from '~/ledger/core/commitment';
import type { OpenedCheckpoint } from '~/ledger/core/checkpoint';
import { parseInclusionFile, verifyInclusionFile, type InclusionRefusal } from '~/ledger/core/inclusion-file';
import { cosignatureType, parseVerifierKey } from '~/ledger/core/signed-note';
import { certificateContexts } from './credential-contexts';
import { certificateSuites, verifySecuredDocument, type ProofRefusal } from './data-integrity';
import { issuedRecord, openingOfCredential } from './log-reference';
import { checkStatus, type StatusCheck, type StatusCheckRefusal } from './status-check';
import { pinnedKeys, type Trust } from './trust';

/**
 * The one check of a certificate, for page, browser and command line. Pure: no clock, no network, no server. A step that
 * does not hold names its refusal; a step that could not be made says so and is never counted as held.
 */
export type VerificationStep = { readonly name: StepName; readonly outcome: 'holds' | 'fails' | 'not-checked'; readonly refusal: StepRefusal | null };

export type StepName =
  /** Both signatures hold, under a key of the issuer that was trusted beforehand. */
  | 'signed-by-issuer'
  /** It is a credential of our kind. */
  | 'is-a-certificate'
  /** Now lies between its dates. */
  | 'in-force'
  /** Its leaf is in the signed log, and the leaf commits to exactly this file. */
  | 'recorded-in-log'
  /** As many witnesses as were asked for saw the log at that size. */
  | 'seen-by-witnesses'
  /** The issuer's status lists show it neither withdrawn nor suspended. */
  | 'not-revoked'
  | 'not-suspended';

export type StepRefusal =
  | ProofRefusal
  | InclusionRefusal
  | StatusCheckRefusal
  | 'not-a-certificate'
  | 'not-yet-valid'
  | 'expired'
  | 'inclusion-missing'
  | 'opening-missing'
  | 'opening-malformed'
  | 'record-of-another-credential'
  | 'key-void-at-entry'
  | 'issued-long-after-award'
  | 'witnesses-not-asked-for'
  | 'witnesses-too-few';

export type Verification = {
  /** Every step that can be made holds, signature and log among them. */
  readonly valid: boolean;
  readonly steps: readonly VerificationStep[];
  /** Where in the log it stands and which tree head proves it. */
  readonly log: { readonly index: number; readonly size: number } | null;
};

export type CredentialToVerify = {
  readonly credential: JsonObject;
  /** The text of its tlog-proof file. */
  readonly inclusionProof: string | null;
  readonly statusLists: readonly JsonObject[];
  readonly trust: Trust;
  readonly gunzip: StatusCheck['gunzip'];
  readonly now: Instant;
};

const mayBeIssuedAfterAwardFor = 24 * 60 * 60 * 1000;
/** Without these a file proves nothing; the others may be left unchecked offline. */
const indispensable: readonly StepName[] = ['is-a-certificate', 'signed-by-issuer', 'in-force', 'recorded-in-log'];

export async function verifyCredential(given: CredentialToVerify): Promise<Verification> {
  const { credential, trust, now } = given;
  const signed = await verifySecuredDocument({ document: credential, contexts: certificateContexts, suites: certificateSuites, keys: pinnedKeys(trust) });
  const kind = isCertificate(credential) ? done(null) : refused('not-a-certificate');
  const recorded = kind.ok && signed.ok ? checkRecord(given) : refused('inclusion-missing');
  const status = (purpose: 'revocation' | 'suspension') => checkStatus({ ...given, purpose });
  const steps = [
    step('is-a-certificate', kind),
    step('signed-by-issuer', signed),
    step('in-force', checkDates(credential, now)),
    step('recorded-in-log', recorded),
    step('seen-by-witnesses', recorded.ok ? countWitnesses(trust, recorded.value.checkpoint) : refused('inclusion-missing')),
    step('not-revoked', await status('revocation')),
    step('not-suspended', await status('suspension')),
  ];
  const valid = steps.every(({ name, outcome }) => outcome === 'holds' || (outcome === 'not-checked' && !indispensable.includes(name)));
  return { valid, steps, log: recorded.ok ? { index: recorded.value.index, size: recorded.value.checkpoint.size } : null };
}

/** Refusals that say that there was nothing to check with, rather than that a check failed. */
const unchecked: ReadonlySet<StepRefusal> = new Set<StepRefusal>(['inclusion-missing', 'witnesses-not-asked-for', 'status-list-missing', 'status-list-stale']);

function step(name: StepName, result: Result<unknown, StepRefusal>): VerificationStep {
  if (result.ok) return { name, outcome: 'holds', refusal: null };
  return { name, outcome: unchecked.has(result.refusal) ? 'not-checked' : 'fails', refusal: result.refusal };
}

function isCertificate(credential: JsonObject): boolean {
  const type = credential['type'];
  const isBadge = Array.isArray(type) && type[0] === 'VerifiableCredential' && type.includes('OpenBadgeCredential');
  return isBadge && isJsonObject(credential['credentialSubject']) && isJsonObject(credential['issuer']);
}

function checkDates({ validFrom, validUntil }: JsonObject, now: Instant): Result<null, 'not-a-certificate' | 'not-yet-valid' | 'expired'> {
  const [from, until] = [validFrom, validUntil].map((text) => (typeof text === 'string' ? Date.parse(text) : Number.NaN)) as [number, number];
  if (Number.isNaN(from) || Number.isNaN(until)) return refused('not-a-certificate');
  if (now.getTime() < from) return refused('not-yet-valid');
  return now.getTime() <= until ? done(null) : refused('expired');
}

type Recorded = { readonly index: number; readonly checkpoint: OpenedCheckpoint };

/** Rebuilds the leaf from the credential, follows it to the signed root, and holds the dates against one another. */
function checkRecord({ credential, inclusionProof, trust }: CredentialToVerify): Result<Recorded, StepRefusal> {
  const file = inclusionProof === null ? null : parseInclusionFile(inclusionProof);
  if (!file) return refused('inclusion-missing');
  if (!file.ok) return file;
  const opening = openingFor(credential, file.value.extra);
  if (!opening.ok) return opening;
  const log = parseVerifierKey(trust.log.key);
  if (!log) return refused('note-not-signed-by-known-key');
  const witnesses = trust.log.witnesses.map(parseVerifierKey).filter((key) => key !== null);
  const included = verifyInclusionFile({ file: file.value, entry: entryOfOpening(opening.value), log, witnesses });
  if (!included.ok) return included;
  const dated = checkKeyAndDates(credential, trust, file.value.index);
  return dated.ok ? done({ index: file.value.index, checkpoint: included.value }) : dated;
}

/** The opening that the credential itself carries; else the one in the proof file, if it is about this very credential. */
function openingFor(credential: JsonObject, extra: Uint8Array | undefined): Result<Opening, StepRefusal> {
  const own = openingOfCredential(credential);
  if (own) return done(own);
  if (!extra) return refused('opening-missing');
  const opening = decodeOpening(extra);
  if (!opening.ok) return opening;
  const { credentialDigest, issuedAt } = issuedRecord(credential);
  const { record } = opening.value;
  const same = record.type === 'certificate-issued' && record['credentialDigest'] === credentialDigest && record['issuedAt'] === issuedAt;
  return same ? opening : refused('record-of-another-credential');
}

function checkKeyAndDates(credential: JsonObject, trust: Trust, index: number): Result<null, StepRefusal> {
  const { issuedAt } = issuedRecord(credential);
  const proofs = credential['proof'] as readonly JsonObject[];
  const used = new Set(proofs.map((proof) => proof['verificationMethod']));
  const keys = trust.issuers.flatMap((issuer) => issuer.keys).filter(({ id }) => used.has(id));
  if (keys.some(({ voidFrom }) => voidFrom !== undefined && index >= voidFrom)) return refused('key-void-at-entry');
  const awarded = Date.parse(String(credential['awardedDate'] ?? credential['validFrom']));
  return Math.abs(Date.parse(issuedAt) - awarded) <= mayBeIssuedAfterAwardFor ? done(null) : refused('issued-long-after-award');
}

function countWitnesses({ log }: Trust, { signatures }: OpenedCheckpoint): Result<null, StepRefusal> {
  if (log.quorum === 0) return refused('witnesses-not-asked-for');
  const seen = signatures.filter(({ key }) => key.type === cosignatureType).length;
  return seen >= log.quorum ? done(null) : refused('witnesses-too-few');
}
