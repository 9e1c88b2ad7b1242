import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { base64urlnopad } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeStatusList, encodeStatusList, isSet, readStatusEntry, statusBits, statusEntry, statusListLength } from './status-list';

const gzip = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));
const gunzip = (bytes: Uint8Array, limit: number) => {
  try {
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: limit }));
  } catch {
    return null;
  }
};
const list = { url: 'https://bluepost.example/status/revocation', purpose: 'revocation' as const };

describe('bits', () => {
  test('index 0 is the most significant bit of byte 0', () => {
    expect(statusBits([0]).bytes[0]).toBe(0x80);
    expect(statusBits([7]).bytes[0]).toBe(0x01);
    expect(statusBits([8]).bytes[1]).toBe(0x80);
    expect(statusBits([statusListLength - 1]).bytes.at(-1)).toBe(0x01);
  });

  test('a foreign library reads each of the 131,072 positions as we wrote it', async () => {
    const set = new Set([0, 1, 7, 8, 9, 4095, 65_536, statusListLength - 1, ...Array.from({ length: 2600 }, (_, at) => (at * 7919) % statusListLength)]);
    const foreign = await decodeList({ encodedList: encodeStatusList(statusBits(set), gzip) });
    expect(foreign.length).toBe(statusListLength);
    const wrong = Array.from({ length: statusListLength }, (_, index) => index).filter((index) => foreign.getStatus(index) !== set.has(index));
    expect(wrong).toEqual([]);
  });

  test('what was set is set after a journey, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat({ max: statusListLength - 1 }), { maxLength: 50 }), fc.nat({ max: statusListLength - 1 }), async (indexes, other) => {
        const back = await decodeStatusList(encodeStatusList(statusBits(indexes), gzip), gunzip);
        if (!back.ok) throw new Error(back.refusal);
        expect(indexes.every((index) => isSet(back.value, index))).toBe(true);
        expect(isSet(back.value, other)).toBe(indexes.includes(other));
      }),
      { numRuns: 30 },
    );
  });

  test.each([-1, statusListLength, 0.5, Number.NaN])('there is no entry %s', (index) => {
    expect(() => statusBits([index])).toThrow(RangeError);
    expect(() => isSet(statusBits([]), index)).toThrow(RangeError);
  });
});

describe('lists that are refused', () => {
  const wrap = (bytes: Uint8Array) => `u${base64urlnopad.encode(gzip(bytes))}`;
  test.each([
    ['one that inflates to 200 MB', wrap(new Uint8Array(200_000_000))],
    ['a short one', wrap(new Uint8Array(16_383))],
    ['a long one', wrap(new Uint8Array(16_385))],
    ['one without its prefix', wrap(new Uint8Array(16_384)).slice(1)],
    ['one with another prefix', wrap(new Uint8Array(16_384)).replace('u', 'z')],
    ['one that is not gzip', 'uAAAA'],
    ['nothing', ''],
    ['a number', 5],
  ])('%s', async (_, encoded) => {
    expect(await decodeStatusList(encoded, gunzip)).toEqual({ ok: false, refusal: 'status-list-malformed' });
  });
});

describe('entries', () => {
  test('are read back from where they were written', () => {
    expect(readStatusEntry(statusEntry(list, 131_071), list)).toEqual({ ok: true, value: 131_071 });
    expect(statusEntry(list, 5)).toMatchObject({ statusListIndex: '5', id: `${list.url}#5` });
  });

  test.each([
    ['a number for an index', { ...statusEntry(list, 1), statusListIndex: 1 }, 'status-entry-malformed'],
    ['an index out of range', { ...statusEntry(list, 1), statusListIndex: '131072' }, 'status-entry-malformed'],
    ['a leading zero', { ...statusEntry(list, 1), statusListIndex: '01' }, 'status-entry-malformed'],
    ['another purpose', { ...statusEntry(list, 1), statusPurpose: 'message' }, 'status-list-of-another-purpose'],
    ['another list', { ...statusEntry(list, 1), statusListCredential: 'https://evil.example/1' }, 'status-list-elsewhere'],
    ['a list of entries', [statusEntry(list, 1)], 'status-entry-malformed'],
  ])('%s is refused', (_, entry, refusal) => {
    expect(readStatusEntry(entry, list)).toEqual({ ok: false, refusal });
  });
});
