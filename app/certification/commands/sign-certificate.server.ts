import { randomUUID } from 'node:crypto';
import type { JsonObject } from '~/kernel/canonical-json';
import type { Instant } from '~/kernel/instant';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { LedgerSalts } from '~/ledger/core/ledger-event';
import type { Tx } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { random } from '~/platform/random.server';
import type { CertificateNumber } from '../core/certificate-number';
import { credentialDocument, utcSecond } from '../core/credential-document';
import { certificateSuites, secureDocument } from '../core/data-integrity';
import { logReference } from '../core/log-reference';
import { hashServiceNumber } from '../core/service-number';
import { statusEntry } from '../core/status-list';
import { listOfIndex, listUrl } from '../core/status-lists';
import { messages } from '../messages';
import type { AwardGround } from './award-ground.server';
import { issuerSigner } from './issuer-key.server';

interface ToSign {
  readonly ground: AwardGround;
  readonly number: CertificateNumber;
  readonly statusIndex: number;
  readonly salts: LedgerSalts;
  /** The commitment to the evidence that the ledger entry will hold. */
  readonly evidence: string;
}

/** Builds the credential and signs it with the key of the holder's administration: RDFC first, JCS second. */
export async function signCertificate(tx: Tx, { ground, number, statusIndex, salts, evidence }: ToSign, now: Instant): Promise<JsonObject> {
  const { outcome, award, holder, edition, packDigest } = ground;
  const { origin } = env();
  const { locale } = outcome;
  const { administration } = holder;
  const signer = await issuerSigner(tx, { owner: administration.id, code: administration.code }, now);
  const t = messages.translator(locale);
  const { name, bit } = listOfIndex(statusIndex, 'revocation');
  const document = credentialDocument({
    origin,
    number,
    locale,
    issuer: { did: signer.did, name: administration.name[locale] },
    holder: { name: holder.name, serviceNumber: hashed(holder.serviceNumber) },
    assessment: { id: outcome.assessmentId, version: String(edition), code: outcome.assessmentCode, passMark: outcome.passMark },
    terms: award.terms,
    attempt: outcome,
    validFrom: award.validFrom,
    validUntil: award.validUntil,
    status: statusEntry({ url: listUrl(origin, name), purpose: 'revocation' }, bit),
    pack: { uuid: randomUUID(), digest: packDigest },
    log: logReference(origin, salts, evidence),
    words: { result: t('credential.result'), evidence: t('credential.evidence'), evidenceNarrative: t('credential.evidence-narrative') },
  });
  return secureDocument({ ...signer, document, created: utcSecond(now), suites: certificateSuites });
}

function hashed(serviceNumber: string | null) {
  if (serviceNumber === null) return null;
  const salt = bytesToHex(random(16));
  return { identityHash: hashServiceNumber(serviceNumber, salt), salt };
}
