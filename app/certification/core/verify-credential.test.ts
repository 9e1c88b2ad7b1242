import { gunzipSync, gzipSync } from 'node:zlib';
import { ed25519 } from '@noble/curves/ed25519.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { systemActor } from '~/kernel/actor';
import { utf8 } from '~/kernel/bytes';
import type { JsonObject } from '~/kernel/canonical-json';
import { signCheckpoint } from '~/ledger/core/checkpoint';
import { encodeOpening, entryOfOpening, leafEntry, type Opening } from '~/ledger/core/commitment';
import { formatInclusionFile } from '~/ledger/core/inclusion-file';
import { evidenceCommitment, sealEvent, type LedgerEvent } from '~/ledger/core/ledger-event';
import { inclusionProof, leafHash, treeRoot } from '~/ledger/core/merkle-tree';
import { cosignatureMessage, cosignatureType, ed25519Type, formatNote, formatVerifierKey, noteKeyId, parseNote, type NoteKey } from '~/ledger/core/signed-note';
import { certificateBundle, readPresented } from './certificate-bundle';
import { certificateContexts } from './credential-contexts';
import { certificateSuites, secureDocument } from './data-integrity';
import { issuedRecord, logReference } from './log-reference';
import { encodeMultikey } from './multikey';
import { encodeStatusList, statusBits, statusEntry, statusListCredential } from './status-list';
import { parseTrust, type Trust } from './trust';
import { verifyCredential, type CredentialToVerify, type StepName } from './verify-credential';

const key = (seed: number) => {
  const secret = new Uint8Array(32).fill(seed);
  return { publicKey: ed25519.getPublicKey(secret), sign: (message: Uint8Array) => ed25519.sign(message, secret) };
};
const [issuerKey, logKeyPair, statusKey, witnessKey, thief] = [key(1), key(2), key(3), key(4), key(5)];
const did = 'did:web:bluepost.example:issuers:aurelia';
const platform = 'did:web:bluepost.example:issuers:platform';
const log: NoteKey = { name: 'bluepost.example/log', type: ed25519Type, publicKey: logKeyPair.publicKey };
const witness: NoteKey = { name: 'witness.borealis.example', type: cosignatureType, publicKey: witnessKey.publicKey };
const created = '2026-11-24T10:00:00Z';
const salts = { record: new Uint8Array(32).fill(6), evidence: new Uint8Array(32).fill(7) };
const circumstances = { actor: systemActor, subjectId: 'crt_1', recordedAt: new Date(created), evidence: { attemptId: 'att_1' } };
const revocation = { url: 'https://bluepost.example/status/revocation-1', purpose: 'revocation' as const };

const unsigned = {
  '@context': [...certificateContexts],
  id: 'https://bluepost.example/verify/AUR-1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: did, type: ['Profile'], name: 'Aurelia' },
  name: 'Plastic waste',
  awardedDate: created,
  validFrom: created,
  validUntil: '2028-11-24T10:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'A. Officer', identityType: 'name' }],
    achievement: { id: 'urn:uuid:9e7f3f4a-5f1e-4e1d-9f0e-6f7c2a1f9a12', type: ['Achievement'], name: 'n', description: 'd', criteria: { narrative: 'c' } },
  },
  evidence: [logReference('https://bluepost.example', salts, evidenceCommitment(circumstances, salts.evidence))],
  credentialStatus: statusEntry(revocation, 500),
};

const signing = { verificationMethod: `${did}#key-2026-1`, created, suites: certificateSuites, sign: issuerKey.sign };
const credential = await secureDocument({ ...signing, document: unsigned });

/** A log of twelve entries in which the event stands at index 7, as the ledger writes it. */
function recorded(event: LedgerEvent): { proof: string; opening: Opening } {
  const { commitment, record } = sealEvent({ ...event, ...circumstances }, salts);
  const entries = Array.from({ length: 12 }, (_, at) => (at === 7 ? leafEntry({ type: event.type, commitment }) : utf8(`entry ${at}`)));
  const hashes = entries.map(leafHash);
  const checkpoint = signCheckpoint({ origin: log.name, size: 12, root: treeRoot(hashes) }, log, logKeyPair.sign);
  const opening = { salt: salts.record, record };
  return { proof: formatInclusionFile({ extra: encodeOpening(opening), index: 7, proof: inclusionProof(hashes, 7), checkpoint }), opening };
}

const issued = recorded({ type: 'certificate-issued', record: issuedRecord(credential) });

function statusList(purpose: 'revocation' | 'suspension', indexes: number[], validUntil = '2026-12-31T00:00:00Z') {
  const encodedList = encodeStatusList(statusBits(indexes), (bytes) => new Uint8Array(gzipSync(bytes)));
  const url = revocation.url.replace('revocation', purpose);
  const document = statusListCredential({ url, issuer: platform, purpose, encodedList, validFrom: created, validUntil, ttlMilliseconds: 300_000 });
  return secureDocument({ ...signing, document, verificationMethod: `${platform}#key-2026-1`, suites: ['eddsa-rdfc-2022'], sign: statusKey.sign });
}

const trust: Trust = {
  format: 'bluepost-trust/v1',
  log: { key: formatVerifierKey(log), witnesses: [], quorum: 0 },
  issuers: [
    { id: did, name: 'Aurelia', keys: [{ id: `${did}#key-2026-1`, publicKeyMultibase: encodeMultikey(issuerKey.publicKey), validFrom: '2026-01-01T00:00:00Z' }] },
    { id: platform, name: 'Bluepost', keys: [{ id: `${platform}#key-2026-1`, publicKeyMultibase: encodeMultikey(statusKey.publicKey), validFrom: '2026-01-01T00:00:00Z' }] },
  ],
  statusIssuer: platform,
};

function gunzip(bytes: Uint8Array, limit: number): Uint8Array | null {
  return new Uint8Array(gunzipSync(bytes, { maxOutputLength: limit }));
}

const verify = async (over: Partial<CredentialToVerify> = {}) =>
  verifyCredential({ credential, inclusionProof: issued.proof, statusLists: [], trust, gunzip, now: new Date('2026-12-01T00:00:00Z'), ...over });
const outcome = async (name: StepName, over: Partial<CredentialToVerify>) => {
  const { valid, steps } = await verify(over);
  const { outcome: held, refusal } = steps.find((step) => step.name === name) ?? {};
  return { valid, held, refusal };
};
const changedKey = (change: object): Trust => ({
  ...trust,
  issuers: trust.issuers.map((issuer) => (issuer.id === did ? { ...issuer, keys: issuer.keys.map((each) => ({ ...each, ...change })) } : issuer)),
});

describe('a genuine certificate', () => {
  test('is valid offline with its inclusion file and pinned keys; what could not be checked is said', async () => {
    const { valid, steps, log: place } = await verify();
    expect(valid).toBe(true);
    expect(place).toEqual({ index: 7, size: 12 });
    expect(Object.fromEntries(steps.map((step) => [step.name, step.outcome]))).toEqual({
      'is-a-certificate': 'holds',
      'signed-by-issuer': 'holds',
      'in-force': 'holds',
      'recorded-in-log': 'holds',
      'seen-by-witnesses': 'not-checked',
      'not-revoked': 'not-checked',
      'not-suspended': 'not-checked',
    });
  });

  test('with the status lists of the day every status step holds', async () => {
    const statusLists = [await statusList('revocation', [499, 501]), await statusList('suspension', [])];
    expect(await outcome('not-revoked', { statusLists })).toEqual({ valid: true, held: 'holds', refusal: null });
    expect(await outcome('not-suspended', { statusLists })).toEqual({ valid: true, held: 'holds', refusal: null });
  });

  test('carries what rebuilds its leaf, so that the salt in the proof file is not needed', async () => {
    expect(entryOfOpening(issued.opening)).toBeDefined();
    expect(await outcome('recorded-in-log', { inclusionProof: issued.proof.replace(/^extra .*\n/m, '') })).toMatchObject({ valid: true, held: 'holds' });
  });
});

describe('what makes a certificate invalid', () => {
  const cases: [string, StepName, string, () => Partial<CredentialToVerify> | Promise<Partial<CredentialToVerify>>][] = [
    ['no proof of its record', 'recorded-in-log', 'inclusion-missing', () => ({ inclusionProof: null })],
    ['a changed word', 'signed-by-issuer', 'proof-wrong', () => ({ credential: { ...credential, name: 'Everything' } })],
    ['a key that was not trusted', 'signed-by-issuer', 'proof-key-not-pinned', () => ({ trust: { ...trust, issuers: [] } })],
    ['a date that has passed', 'in-force', 'expired', () => ({ now: new Date('2028-11-24T10:00:01Z') })],
    ['a date to come', 'in-force', 'not-yet-valid', () => ({ now: new Date('2026-11-24T09:59:59Z') })],
    ['a log that was not trusted', 'recorded-in-log', 'note-not-signed-by-known-key', () => ({ trust: { ...trust, log: { ...trust.log, key: formatVerifierKey({ ...log, publicKey: thief.publicKey }) } } })],
    ['the proof of another entry', 'recorded-in-log', 'inclusion-proof-wrong', () => ({ inclusionProof: issued.proof.replace('index 7', 'index 6') })],
    ['a key that was stolen before the entry', 'recorded-in-log', 'key-void-at-entry', () => ({ trust: changedKey({ voidFrom: 7 }) })],
    ['a stolen key, although it was good at that time, from another entry', 'recorded-in-log', 'key-void-at-entry', () => ({ trust: changedKey({ voidFrom: 0 }) })],
    ['revocation', 'not-revoked', 'revoked', async () => ({ statusLists: [await statusList('revocation', [500])] })],
    ['suspension', 'not-suspended', 'suspended', async () => ({ statusLists: [await statusList('suspension', [500])] })],
    ['a status list of somebody else', 'not-revoked', 'status-list-not-of-issuer', async () => ({ statusLists: [{ ...(await statusList('revocation', [])), issuer: did }] })],
    ['a status list that was changed', 'not-revoked', 'proof-wrong', async () => ({ statusLists: [{ ...(await statusList('revocation', [500])), validUntil: '2026-12-30T00:00:00Z' }] })],
    ['a missing witness', 'seen-by-witnesses', 'witnesses-too-few', () => ({ trust: { ...trust, log: { ...trust.log, witnesses: [formatVerifierKey(witness)], quorum: 1 } } })],
  ];
  test.each(cases)('%s', async (_, name, refusal, over) => {
    const result = await outcome(name, await over());
    expect(result).toMatchObject({ valid: false, refusal });
  });

  test('a signature without a record: the key thief at home', async () => {
    const forged = await secureDocument({ ...signing, document: { ...unsigned, name: 'Everything' } });
    expect(await outcome('recorded-in-log', { credential: forged })).toMatchObject({ valid: false, held: 'fails', refusal: 'inclusion-proof-wrong' });
  });

  test('being issued long after the day it names', async () => {
    const late = await secureDocument({ ...signing, document: { ...unsigned, awardedDate: '2026-06-24T10:00:00Z' } });
    const { proof } = recorded({ type: 'certificate-issued', record: issuedRecord(late) });
    expect(await outcome('recorded-in-log', { credential: late, inclusionProof: proof })).toMatchObject({ valid: false, refusal: 'issued-long-after-award' });
  });
});

describe('what is only unchecked', () => {
  test('a status list of the day before yesterday', async () => {
    const statusLists = [await statusList('revocation', [500], '2026-11-26T10:00:00Z')];
    expect(await outcome('not-revoked', { statusLists })).toEqual({ valid: true, held: 'not-checked', refusal: 'status-list-stale' });
  });
});

test('a log that enough witnesses saw is counted as seen', async () => {
  const [head, note] = issued.proof.split('\n\nbluepost.example/log') as [string, string];
  const parsed = parseNote(`bluepost.example/log${note}`);
  if (!parsed.ok) throw new Error(parsed.refusal);
  const seconds = new Uint8Array(8);
  new DataView(seconds.buffer).setBigUint64(0, 1_800_000_000n);
  const signature = concatBytes(seconds, witnessKey.sign(cosignatureMessage(parsed.value.text, 1_800_000_000)));
  const cosigned = formatNote({ text: parsed.value.text, signatures: [...parsed.value.signatures, { name: witness.name, keyId: noteKeyId(witness), signature }] });
  const witnessed = { ...trust, log: { ...trust.log, witnesses: [formatVerifierKey(witness)], quorum: 1 } };
  expect(await outcome('seen-by-witnesses', { inclusionProof: `${head}\n\n${cosigned}`, trust: witnessed })).toEqual({ valid: true, held: 'holds', refusal: null });
});

describe('files', () => {
  const bundle = certificateBundle({ credential, inclusionProof: issued.proof, statusLists: [], trust });

  test('a bundle and a bare credential are told apart', () => {
    expect(readPresented(JSON.stringify(bundle))).toEqual({ ok: true, value: { credential, inclusionProof: issued.proof, statusLists: [], trust } });
    expect(readPresented(JSON.stringify(credential))).toEqual({ ok: true, value: { credential, inclusionProof: null, statusLists: [], trust: null } });
  });

  test.each<[string, string, string]>([
    ['no JSON', 'hello', 'file-not-json'],
    ['another JSON', '{"a":1}', 'file-not-a-certificate'],
    ['a list', '[]', 'file-not-a-certificate'],
    ['a thousand brackets', '['.repeat(1000) + ']'.repeat(1000), 'file-too-deep'],
    ['two megabytes', ' '.repeat(2_000_000), 'file-too-large'],
    ['a bundle of another version', JSON.stringify({ ...bundle, format: 'bluepost-certificate-bundle/v9' }), 'file-not-a-certificate'],
    ['a bundle with a bad key', JSON.stringify({ ...bundle, trust: { ...trust, log: { ...trust.log, key: 'x' } } }), 'trust-malformed'],
  ])('%s is refused', (_, text, refusal) => {
    expect(readPresented(text)).toEqual({ ok: false, refusal });
  });

  test.each<[string, JsonObject | Trust]>([
    ['a key of another issuer', { ...trust, issuers: [{ ...trust.issuers[0], id: 'did:web:other' }] } as unknown as Trust],
    ['more witnesses asked for than there are', { ...trust, log: { ...trust.log, quorum: 1 } }],
    ['a date that is none', changedKey({ validFrom: 'soon' })],
    ['another format', { ...trust, format: 'x' } as unknown as JsonObject],
  ])('trust with %s is not believed', (_, value) => {
    expect(parseTrust(value).ok).toBe(false);
  });
});
