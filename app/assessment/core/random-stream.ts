import { hexToBytes } from '@noble/hashes/utils.js';
import { sha256Of, utf8 } from '~/kernel/bytes';

/** A stored 256-bit seed, as 64 hex digits. */
export type Seed = string;

const zero = Uint8Array.of(0);
const range = 2 ** 32;
/** No letter that reads as another. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** An endless row of numbers that a seed and a label stand for. */
export interface RandomStream {
  /** A whole number from 0 to `bound` − 1, each equally likely. */
  readonly below: (bound: number) => number;
  /** `length` characters of Crockford base 32: 5 random bits each. */
  readonly token: (length: number) => string;
}

/**
 * Deterministic numbers from a stored seed, so that an auditor can repeat a draw with any SHA-256 and twenty lines of code:
 * block i is SHA-256(seed ‖ 0x00 ‖ label in UTF-8 ‖ 0x00 ‖ i as a big-endian uint32), the blocks one after the other are read
 * as big-endian uint32 words. A word at or above the largest multiple of `bound` is passed over, so no number is favoured.
 * The label makes the sub-seed: draws with different labels tell nothing about one another.
 */
export function randomStream(seed: Seed, label: string): RandomStream {
  const head = hexToBytes(seed);
  const name = utf8(label);
  let block: DataView = new DataView(new ArrayBuffer(0));
  let blocks = 0;
  let at = 0;

  const word = (): number => {
    if (at === block.byteLength) {
      const counter = new Uint8Array(4);
      new DataView(counter.buffer).setUint32(0, blocks);
      const bytes = sha256Of(head, zero, name, zero, counter);
      block = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      blocks += 1;
      at = 0;
    }
    at += 4;
    return block.getUint32(at - 4);
  };

  const below = (bound: number): number => {
    const limit = range - (range % bound);
    for (;;) {
      const candidate = word();
      if (candidate < limit) return candidate % bound;
    }
  };

  return { below, token: (length) => Array.from({ length }, () => letters[below(letters.length)]).join('') };
}

/** The things in an order that the stream decides (Fisher–Yates, from the last place down). */
export function shuffled<Thing>(things: readonly Thing[], stream: RandomStream): Thing[] {
  const result = [...things];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const chosen = stream.below(last + 1);
    [result[last], result[chosen]] = [result[chosen] as Thing, result[last] as Thing];
  }
  return result;
}
