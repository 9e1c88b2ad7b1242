import type { AdministrationId } from '~/kernel/ids';
import { earlier, type Instant, minutes } from '~/kernel/instant';
import type { Reader } from '~/platform/db.server';
import { Prisma } from '~/platform/prisma/client';
import { type Absence, absences, type AbsenceFinding } from '../core/absences';

interface Looked {
  readonly administrationId: AdministrationId;
  readonly now: Instant;
}

/** How long the platform's own jobs may take before their absence is a finding. */
const patience = minutes(10);
const examples = 20;

/** Looks for everything that should be there and is not, or is there and should not be. Each finding names up to twenty cases. */
export async function findAbsences(reader: Reader, looked: Looked): Promise<AbsenceFinding[]> {
  const findings: AbsenceFinding[] = [];
  for (const absence of absences) {
    const rows = await reader.$queryRaw<{ id: string; total: bigint }[]>`
      SELECT "id", count(*) OVER () AS "total" FROM (${casesOf(absence, looked)}) AS "cases" ORDER BY "id" LIMIT ${examples}`;
    findings.push({ absence, count: Number(rows[0]?.total ?? 0), examples: rows.map(({ id }) => id) });
  }
  return findings;
}

function casesOf(absence: Absence, looked: Looked): Prisma.Sql {
  const { administrationId: own } = looked;
  const longAgo = earlier(looked.now, patience);
  switch (absence) {
    case 'attempt-number-gap':
      return Prisma.sql`
        SELECT min("personId") AS "id" FROM "Attempt" WHERE "administrationId" = ${own}
        GROUP BY "personId", "assessmentId" HAVING count(*) <> max("number") OR min("number") <> 1`;
    case 'attempt-not-in-ledger':
      return Prisma.sql`
        SELECT a."id" FROM "Attempt" a WHERE a."administrationId" = ${own}
          AND NOT EXISTS (SELECT 1 FROM "LedgerEntry" e WHERE e."subjectId" = a."id" AND e."type" = 'attempt-started')`;
    case 'ledger-without-attempt':
      return Prisma.sql`
        SELECT e."subjectId" AS "id" FROM "LedgerEntry" e JOIN "LedgerOpening" o ON o."entryId" = e."id"
        WHERE e."type" = 'attempt-started' AND o."evidence" ->> 'administrationId' = ${own}
          AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."id" = e."subjectId")`;
    case 'attempt-without-outcome':
      return Prisma.sql`
        SELECT "id" FROM "Attempt" WHERE "administrationId" = ${own} AND "deadlineAt" < ${longAgo}
          AND "state" IN ('ready', 'inProgress', 'submitted', 'autoSubmitted', 'graded')`;
    case 'grade-not-in-ledger':
      return Prisma.sql`
        SELECT a."id" FROM "Attempt" a JOIN "Grade" g ON g."attemptId" = a."id"
        WHERE a."administrationId" = ${own} AND NOT EXISTS (
          SELECT 1 FROM "LedgerEntry" e JOIN "LedgerOpening" o ON o."entryId" = e."id"
          WHERE e."subjectId" = a."id" AND e."type" = 'attempt-graded' AND o."record" ->> 'gradeId' = g."id")`;
    case 'pass-without-certificate':
      return Prisma.sql`
        SELECT a."id" FROM "Attempt" a
          JOIN "AssessmentVersion" v ON v."id" = a."assessmentVersionId"
          JOIN LATERAL (SELECT "passed", "gradedAt" FROM "Grade" WHERE "attemptId" = a."id" ORDER BY "number" DESC LIMIT 1) g ON g."passed"
        WHERE a."administrationId" = ${own} AND a."state" IN ('released', 'underAppeal') AND g."gradedAt" < ${longAgo}
          AND jsonb_typeof(v."document" -> 'certificate') = 'object'
          AND NOT EXISTS (SELECT 1 FROM "Certificate" c WHERE c."attemptId" = a."id")`;
    default:
      return casesOfCertificates(absence, { own, longAgo });
  }
}

function casesOfCertificates(absence: Exclude<Absence, AttemptAbsence>, { own, longAgo }: { readonly own: AdministrationId; readonly longAgo: Instant }): Prisma.Sql {
  switch (absence) {
    case 'certificate-without-pass':
      return Prisma.sql`
        SELECT c."number" AS "id" FROM "Certificate" c
          LEFT JOIN "Attempt" a ON a."id" = c."attemptId" AND a."personId" = c."personId" AND a."administrationId" = c."administrationId"
          LEFT JOIN "Grade" g ON g."id" = c."gradeId" AND g."attemptId" = a."id"
        WHERE c."administrationId" = ${own} AND g."passed" IS NOT TRUE`;
    case 'certificate-after-failed-regrade':
      return Prisma.sql`
        SELECT c."number" AS "id" FROM "Certificate" c
          JOIN LATERAL (SELECT "passed" FROM "Grade" WHERE "attemptId" = c."attemptId" ORDER BY "number" DESC LIMIT 1) g ON NOT g."passed"
        WHERE c."administrationId" = ${own} AND c."state" IN ('issued', 'suspended')`;
    case 'certificate-not-in-ledger':
      return Prisma.sql`
        SELECT c."number" AS "id" FROM "Certificate" c
        WHERE c."administrationId" = ${own} AND NOT EXISTS (
          SELECT 1 FROM "LedgerEntry" e JOIN "LedgerOpening" o ON o."entryId" = e."id"
          WHERE e."id" = c."ledgerEntryId" AND e."type" = 'certificate-issued' AND o."record" ->> 'credentialDigest' = c."credentialDigest")`;
    case 'certificate-not-recorded':
      return Prisma.sql`
        SELECT c."number" AS "id" FROM "Certificate" c
        WHERE c."administrationId" = ${own} AND c."issuedAt" < ${longAgo}
          AND NOT EXISTS (SELECT 1 FROM "LedgerLeaf" l WHERE l."entryId" = c."ledgerEntryId")`;
    case 'certificate-without-document':
      return Prisma.sql`
        SELECT c."number" AS "id" FROM "Certificate" c
        WHERE c."administrationId" = ${own} AND c."issuedAt" < ${longAgo}
          AND NOT EXISTS (SELECT 1 FROM "CertificateDocument" d WHERE d."certificateId" = c."id")`;
    case 'ledger-without-certificate':
      return Prisma.sql`
        SELECT e."subjectId" AS "id" FROM "LedgerEntry" e JOIN "LedgerOpening" o ON o."entryId" = e."id"
        WHERE e."type" = 'certificate-issued' AND o."evidence" ->> 'administrationId' = ${own}
          AND NOT EXISTS (SELECT 1 FROM "Certificate" c WHERE c."ledgerEntryId" = e."id")`;
  }
}

type AttemptAbsence = 'attempt-number-gap' | 'attempt-not-in-ledger' | 'ledger-without-attempt' | 'attempt-without-outcome' | 'grade-not-in-ledger' | 'pass-without-certificate';
