import { isStatusIndex, type StatusPurpose, statusListLength } from './status-list';

/** Certificates fill one pair of lists after the other; both lists of a pair hold a certificate at the same bit. */
export interface StatusListName {
  readonly purpose: StatusPurpose;
  /** 1, 2, 3 … */
  readonly number: number;
}

/** `revocation-1`. */
export function formatListName({ purpose, number }: StatusListName): string {
  return `${purpose}-${number}`;
}

export function parseListName(text: unknown): StatusListName | null {
  const match = typeof text === 'string' ? /^(revocation|suspension)-([1-9]\d{0,4})$/.exec(text) : null;
  return match ? { purpose: match[1] === 'suspension' ? 'suspension' : 'revocation', number: Number(match[2]) } : null;
}

export function listUrl(origin: string, name: StatusListName): string {
  return `${origin}/status/${formatListName(name)}`;
}

/** The list of a place, and the bit in it. */
export function listOfIndex(statusIndex: number, purpose: StatusPurpose): { readonly name: StatusListName; readonly bit: number } {
  return { name: { purpose, number: Math.floor(statusIndex / statusListLength) + 1 }, bit: statusIndex % statusListLength };
}

/** The places that a list holds: from `first` up to but without `end`. */
export function placesOfList(number: number): { readonly first: number; readonly end: number } {
  return { first: (number - 1) * statusListLength, end: number * statusListLength };
}

/** Random bits in one list, to be tried in turn. @param bytes three random bytes for each */
export function candidateBits(bytes: Uint8Array): number[] {
  const bits: number[] = [];
  for (let at = 0; at + 2 < bytes.length; at += 3) {
    const bit = (((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)) % statusListLength;
    if (isStatusIndex(bit)) bits.push(bit);
  }
  return bits;
}
