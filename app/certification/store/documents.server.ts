import type { CertificateId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import type { Reader, Tx } from '~/platform/db.server';

export interface CertificateDocument {
  readonly certificateId: CertificateId;
  readonly locale: Locale;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly renderedAt: Instant;
}

export async function findDocument(reader: Reader, certificateId: CertificateId): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string; sha256: string } | null> {
  return reader.certificateDocument.findFirst({ where: { certificateId }, select: { bytes: true, mime: true, sha256: true } });
}

/** Which of these certificates have their document. */
export async function listDocumented(reader: Reader, certificateIds: readonly string[]): Promise<Set<string>> {
  const rows = await reader.certificateDocument.findMany({ where: { certificateId: { in: [...certificateIds] } }, select: { certificateId: true } });
  return new Set(rows.map(({ certificateId }) => certificateId));
}

/** One renderer of a document at a time. */
export async function lockDocument(tx: Tx, certificateId: CertificateId): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`document:${certificateId}`}, 0))::text`;
}

export async function insertDocument(tx: Tx, document: CertificateDocument): Promise<void> {
  await tx.certificateDocument.create({ data: document });
}
