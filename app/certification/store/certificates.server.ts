import { z } from 'zod';
import type { Certificate, CertificateEvent } from '../core/certificate';
import { certificateEventTypes, certificateStates, type CertificateState } from '../core/certificate-machine';
import { type CertificateNumber, parseCertificateNumber } from '../core/certificate-number';
import { isJsonObject, type JsonObject } from '~/kernel/canonical-json';
import { type AdministrationId, type AttemptId, type CertificateId, type IdKind, parseId, type PersonId } from '~/kernel/ids';
import { locales } from '~/kernel/locale';
import type { Prisma, Reader, Tx } from '~/platform/db.server';

const idOf = <Kind extends IdKind>(kind: Kind) =>
  z.string().transform((text, context) => {
    const id = parseId(kind, text);
    if (id === null) context.addIssue(`not an id of a ${kind}`);
    return id ?? z.NEVER;
  });
const numberOf = z.string().transform((text, context): CertificateNumber => {
  const number = parseCertificateNumber(text);
  if (number === null) context.addIssue('not a certificate number');
  return number ?? z.NEVER;
});

const certificateRow = z.object({
  id: idOf('certificate'),
  number: numberOf,
  attemptId: idOf('attempt'),
  personId: idOf('person'),
  administrationId: idOf('administration'),
  courseId: z.string(),
  assessmentVersionId: idOf('assessmentVersion'),
  gradeId: idOf('grade'),
  locale: z.enum(locales),
  state: z.enum(certificateStates),
  revision: z.number().int(),
  statusIndex: z.number().int(),
  issuedAt: z.date(),
  validFrom: z.date(),
  validUntil: z.date(),
  credential: z.custom<JsonObject>(isJsonObject),
  credentialDigest: z.string(),
  ledgerEntryId: idOf('ledgerEntry'),
});

const eventRow = z.object({
  sequence: z.number().int(),
  type: z.enum(certificateEventTypes),
  actorId: z.string(),
  reason: z.string(),
  replacedBy: numberOf.nullable(),
  at: z.date(),
  ledgerEntryId: idOf('ledgerEntry'),
});

function read(row: unknown): Certificate {
  return certificateRow.parse(row);
}

export async function findCertificateByNumber(reader: Reader, number: CertificateNumber): Promise<Certificate | null> {
  const row = await reader.certificate.findUnique({ where: { number } });
  return row && read(row);
}

export async function findCertificateByAttempt(reader: Reader, attemptId: AttemptId): Promise<Certificate | null> {
  const row = await reader.certificate.findUnique({ where: { attemptId } });
  return row && read(row);
}

/** @throws Error when there is none */
export async function getCertificate(reader: Reader, id: CertificateId): Promise<Certificate> {
  return read(await reader.certificate.findUniqueOrThrow({ where: { id } }));
}

/** State and revision alone: what tells whether a cached page is still true. */
export async function findRevision(reader: Reader, number: CertificateNumber): Promise<{ id: string; revision: number } | null> {
  return reader.certificate.findUnique({ where: { number }, select: { id: true, revision: true } });
}

/** Certificates of one person, newest first. */
export async function listCertificatesOfPerson(reader: Reader, personId: PersonId): Promise<Certificate[]> {
  const rows = await reader.certificate.findMany({ where: { personId }, orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }], take: 500 });
  return rows.map(read);
}

/** The person's certificates of one assessment that still stand and would be replaced by a newer one. */
export async function lockStandingCertificates(tx: Tx, of: { readonly personId: PersonId; readonly assessmentId: string }): Promise<Certificate[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Certificate" c JOIN "AssessmentVersion" v ON v."id" = c."assessmentVersionId"
    WHERE c."personId" = ${of.personId} AND v."assessmentId" = ${of.assessmentId} AND c."state" = 'issued' ORDER BY c."id" FOR UPDATE OF c`;
  return (await tx.certificate.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, orderBy: { id: 'asc' } })).map(read);
}

/** Locks a certificate of this administration until the transaction ends; null when there is none, or it is another's. */
export async function lockCertificate(
  tx: Tx,
  wanted: { readonly number: CertificateNumber; readonly administrationId: AdministrationId },
): Promise<Certificate | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Certificate"
    WHERE "number" = ${wanted.number} AND "administrationId" = ${wanted.administrationId} FOR UPDATE`;
  const [row] = rows;
  return row ? read(await tx.certificate.findUniqueOrThrow({ where: { id: row.id } })) : null;
}

/** One award of an attempt at a time: a second one waits here and then finds the first one's certificate. */
export async function lockAward(tx: Tx, attemptId: AttemptId): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`award:${attemptId}`}, 0))::text`;
}

export async function insertCertificate(tx: Tx, certificate: Certificate & { readonly machineVersion: number }): Promise<void> {
  await tx.certificate.create({ data: { ...certificate, credential: certificate.credential as Prisma.InputJsonObject } });
}

/** Compare-and-set on the revision. @throws Error when somebody else was faster, which a lock should have prevented */
export async function saveState(tx: Tx, { id, revision }: Certificate, state: CertificateState): Promise<void> {
  const { count } = await tx.certificate.updateMany({ where: { id, revision }, data: { state, revision: revision + 1 } });
  if (count !== 1) throw new Error(`Certificate ${id} changed under our lock`);
}

export async function insertCertificateEvent(tx: Tx, certificateId: CertificateId, event: CertificateEvent): Promise<void> {
  await tx.certificateEvent.create({ data: { certificateId, ...event } });
}

export async function listCertificateEvents(reader: Reader, certificateId: CertificateId): Promise<CertificateEvent[]> {
  const rows = await reader.certificateEvent.findMany({ where: { certificateId }, orderBy: { sequence: 'asc' } });
  return rows.map((row) => eventRow.parse(row));
}
