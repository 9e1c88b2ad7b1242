import type { CertificateTerms } from '~/content/core/assessment-definition';
import type { JsonObject } from '~/kernel/canonical-json';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import type { Fraction } from '~/kernel/points';
import type { CertificateNumber } from './certificate-number';
import { certificateContexts } from './credential-contexts';
import type { Did } from './did-web';
import type { LogReference } from './log-reference';
import { sha256Multibase } from './multihash';
import type { StatusEntry } from './status-list';

/** Everything that is frozen into a certificate. */
export interface CredentialFacts {
  /** Public address of the platform, without a slash at the end. */
  readonly origin: string;
  readonly number: CertificateNumber;
  readonly locale: Locale;
  readonly issuer: { readonly did: Did; readonly name: string };
  readonly holder: { readonly name: string; readonly serviceNumber: HashedIdentity | null };
  readonly assessment: { readonly id: string; readonly version: string; readonly code: string; readonly passMark: Fraction };
  readonly terms: CertificateTerms;
  readonly attempt: { readonly startedAt: Instant; readonly finishedAt: Instant };
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  readonly status: StatusEntry;
  /** The sealed evidence pack: a random uuid and SHA-256 of its canonical JSON, hex. */
  readonly pack: { readonly uuid: string; readonly digest: string };
  /** What rebuilds the certificate's leaf in the log: see log-reference.ts for the order in which to issue. */
  readonly log: LogReference;
  /** The few words of ours in the credential, in its language. */
  readonly words: { readonly result: string; readonly evidence: string; readonly evidenceNarrative: string };
}

export interface HashedIdentity {
  readonly identityHash: string;
  readonly salt: string;
}

/** Where 1EdTech publishes the JSON schema of what we write. */
const schemaUrl = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

/**
 * The unsigned credential: a W3C Verifiable Credential 2.0 that is an Open Badges 3.0 OpenBadgeCredential. Only terms that the
 * three contexts map are used, never `jti` nor `@direction` (their files differ between publishers), and `credentialStatus` is one
 * object, for Open Badges refuses a list. The limits of the scope stand in `description`, which wallets show under the name.
 * The personal score is left out on purpose: a certificate says that the mark was reached, the evidence says by how much.
 */
export function credentialDocument(facts: CredentialFacts) {
  const { origin, number, locale, issuer, terms } = facts;
  return {
    '@context': [...certificateContexts],
    id: credentialId(origin, number),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: origin },
    name: terms.title[locale],
    description: terms.limits[locale],
    awardedDate: utcSecond(facts.validFrom),
    validFrom: utcSecond(facts.validFrom),
    validUntil: utcSecond(facts.validUntil),
    credentialSubject: subject(facts),
    evidence: [{ id: `urn:uuid:${facts.pack.uuid}`, type: ['Evidence'], name: facts.words.evidence, narrative: facts.words.evidenceNarrative }, facts.log],
    relatedResource: [{ id: `urn:uuid:${facts.pack.uuid}`, digestMultibase: sha256Multibase(facts.pack.digest) }],
    credentialSchema: [{ id: schemaUrl, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: { ...facts.status },
  } satisfies JsonObject;
}

/** The credential's own id, which is also the address that the QR code holds. */
export function credentialId(origin: string, number: CertificateNumber): string {
  return `${origin}/verify/${number}`;
}

function subject({ number, holder, attempt, ...facts }: CredentialFacts) {
  return {
    type: ['AchievementSubject'],
    identifier: [
      { type: 'IdentityObject', hashed: false, identityHash: holder.name, identityType: 'name' },
      ...(holder.serviceNumber ? [{ type: 'IdentityObject', hashed: true, identityType: 'ext:serviceNumber', ...holder.serviceNumber }] : []),
    ],
    licenseNumber: number,
    activityStartDate: utcSecond(attempt.startedAt),
    activityEndDate: utcSecond(attempt.finishedAt),
    achievement: achievement(facts),
    result: [{ type: ['Result'], resultDescription: resultId(facts.assessment.id), status: 'Completed' }],
  };
}

function achievement({ assessment, terms, locale, words }: Pick<CredentialFacts, 'assessment' | 'terms' | 'locale' | 'words'>) {
  return {
    id: `urn:uuid:${assessment.id}`,
    type: ['Achievement'],
    achievementType: 'Certification',
    name: terms.title[locale],
    description: terms.scope[locale],
    criteria: { narrative: terms.criteria[locale] },
    humanCode: assessment.code,
    version: assessment.version,
    inLanguage: locale,
    resultDescription: [
      {
        id: resultId(assessment.id),
        type: ['ResultDescription'],
        name: words.result,
        resultType: 'Percent',
        valueMin: '0',
        valueMax: '100',
        requiredValue: percentOf(assessment.passMark),
      },
    ],
  };
}

function resultId(assessmentId: string): string {
  return `urn:uuid:${assessmentId}#result`;
}

/** `70`, or `66.67` where the mark is no whole percent. */
function percentOf({ numerator, denominator }: Fraction): string {
  return String(Math.round((numerator * 10_000) / denominator) / 100);
}

/** XML Schema dateTimeStamp in UTC, to the second: `2026-11-24T10:00:00Z`. */
export function utcSecond(instant: Instant): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
