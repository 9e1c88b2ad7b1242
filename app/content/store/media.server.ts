import type { Instant } from '~/kernel/instant';
import type { Locale } from '~/kernel/locale';
import type { Reader, Tx } from '~/platform/db.server';

/** A figure in one language. The bytes hold all that is shown or said with it, so their hash names it for good. */
export interface Media {
  readonly hash: string;
  readonly code: string;
  readonly locale: Locale;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly longDescription: string | null;
  readonly createdAt: Instant;
}

export async function insertMissingMedia(tx: Tx, media: readonly Media[]): Promise<void> {
  await tx.media.createMany({ data: media.map((one) => ({ ...one })), skipDuplicates: true });
}

export async function findMediaBytes(reader: Reader, hash: string): Promise<{ readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  return reader.media.findUnique({ where: { hash }, select: { mime: true, bytes: true } });
}
