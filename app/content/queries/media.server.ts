import { findMediaBytes } from '~/content/store/media.server';
import type { Reader } from '~/platform/db.server';

/** A figure's bytes by their hash, or null when there is none or the hash is malformed. */
export async function mediaByHash(reader: Reader, hash: string): Promise<{ readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  return /^[0-9a-f]{64}$/.test(hash) ? findMediaBytes(reader, hash) : null;
}
