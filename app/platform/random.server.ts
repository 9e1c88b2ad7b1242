import { randomBytes, randomUUID } from 'node:crypto';
import { type Id, type IdKind, mintId, parseUuid, type Uuid } from '~/kernel/ids';

/** Bytes from the operating system's cryptographic source. */
export function random(length: number): Uint8Array {
  return new Uint8Array(randomBytes(length));
}

/** A fresh random id of the given kind. */
export function newId<Kind extends IdKind>(kind: Kind): Id<Kind> {
  return mintId(kind, random(32));
}

/** A fresh uuid, for what `content/` would name by one. */
export function newUuid(): Uuid {
  const uuid = parseUuid(randomUUID());
  if (!uuid) throw new Error('The platform minted a malformed uuid');
  return uuid;
}

/** A 256-bit seed as hex, to be stored beside what it drew. */
export function newSeed(): string {
  return randomBytes(32).toString('hex');
}

/** Eight characters that a person can read out on the telephone; names one error in the log. */
export function newErrorId(): string {
  return randomUUID().slice(0, 8);
}
