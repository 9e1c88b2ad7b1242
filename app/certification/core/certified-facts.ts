import { z } from 'zod';
import { type Locale, locales } from '~/kernel/locale';
import { type CertificateNumber, parseCertificateNumber } from './certificate-number';

const instant = z.iso.datetime().transform((text) => new Date(text));
const number = z.string().transform((text, context): CertificateNumber => {
  const parsed = parseCertificateNumber(text);
  if (parsed === null) context.addIssue('not a certificate number');
  return parsed ?? z.NEVER;
});

const identity = z.union([
  z.object({ type: z.literal('IdentityObject'), hashed: z.literal(false), identityHash: z.string(), identityType: z.literal('name') }),
  z.object({ type: z.literal('IdentityObject'), hashed: z.literal(true), identityHash: z.string(), identityType: z.literal('ext:serviceNumber'), salt: z.string() }),
]);

const signed = z.object({
  id: z.url(),
  issuer: z.object({ id: z.string(), name: z.string() }),
  name: z.string(),
  description: z.string(),
  awardedDate: instant,
  validFrom: instant,
  validUntil: instant,
  credentialSubject: z.object({
    identifier: z.array(identity).min(1),
    licenseNumber: number,
    activityStartDate: instant,
    activityEndDate: instant,
    achievement: z.object({
      name: z.string(),
      description: z.string(),
      criteria: z.object({ narrative: z.string() }),
      humanCode: z.string(),
      version: z.string(),
      inLanguage: z.enum(locales),
      resultDescription: z.array(z.object({ requiredValue: z.string() })).length(1),
    }),
  }),
  relatedResource: z.array(z.object({ id: z.string(), digestMultibase: z.string() })).length(1),
  credentialStatus: z.object({ statusListCredential: z.url(), statusListIndex: z.string() }),
  proof: z.array(z.object({ verificationMethod: z.string() })).min(1),
});

/** What a certificate says, read from the signed credential and from nowhere else. */
export interface CertifiedFacts {
  readonly number: CertificateNumber;
  readonly address: string;
  readonly locale: Locale;
  readonly holder: string;
  readonly serviceNumber: { readonly identityHash: string; readonly salt: string } | null;
  readonly issuer: { readonly did: string; readonly name: string };
  readonly title: string;
  readonly scope: string;
  readonly limits: string;
  readonly criteria: string;
  readonly code: string;
  readonly version: string;
  /** The pass mark in percent, as written. */
  readonly passMark: string;
  readonly examined: { readonly from: Date; readonly to: Date };
  readonly awardedAt: Date;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly pack: { readonly id: string; readonly digestMultibase: string };
  readonly status: { readonly list: string; readonly index: number };
  readonly signedBy: string;
}

/** @throws ZodError when the stored credential is not one that we write: somebody changed it */
export function certifiedFacts(credential: unknown): CertifiedFacts {
  const { credentialSubject: subject, ...top } = signed.parse(credential);
  const named = subject.identifier.find((each) => each.identityType === 'name');
  const numbered = subject.identifier.find((each) => each.identityType === 'ext:serviceNumber');
  const { achievement } = subject;
  return {
    number: subject.licenseNumber,
    address: top.id,
    locale: achievement.inLanguage,
    holder: named?.identityHash ?? '',
    serviceNumber: numbered ? { identityHash: numbered.identityHash, salt: numbered.salt } : null,
    issuer: { did: top.issuer.id, name: top.issuer.name },
    title: top.name,
    scope: achievement.description,
    limits: top.description,
    criteria: achievement.criteria.narrative,
    code: achievement.humanCode,
    version: achievement.version,
    passMark: achievement.resultDescription[0]!.requiredValue,
    examined: { from: subject.activityStartDate, to: subject.activityEndDate },
    awardedAt: top.awardedDate,
    validFrom: top.validFrom,
    validUntil: top.validUntil,
    pack: top.relatedResource[0]!,
    status: { list: top.credentialStatus.statusListCredential, index: Number(top.credentialStatus.statusListIndex) },
    signedBy: top.proof[0]!.verificationMethod,
  };
}
