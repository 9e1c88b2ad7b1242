import { expect, test } from 'vitest';
import { gather } from './gather.server';

/** Work that can be held back, so that the test decides what arrives meanwhile. */
function heldWork({ lanes = 1, most = 10, fails = () => false }: { lanes?: number; most?: number; fails?: (group: readonly number[]) => boolean } = {}) {
  const groups: number[][] = [];
  const gates: (() => void)[] = [];
  const call = gather<number, number>({
    most,
    lanes,
    work: async (inputs) => {
      groups.push([...inputs]);
      await new Promise<void>((open) => gates.push(open));
      if (fails(inputs)) throw new Error(`failed with ${inputs.join()}`);
      return inputs.map((input) => input * 10);
    },
  });
  const openNext = async () => {
    gates.shift()?.();
    await new Promise(setImmediate);
  };
  return { call, groups, openNext };
}

test('a lone call starts at once; what arrives meanwhile goes together, each with its own outcome', async () => {
  const { call, groups, openNext } = heldWork();
  const calls = [1, 2, 3].map(call);
  expect(groups).toEqual([[1]]);
  await openNext();
  expect(groups).toEqual([[1], [2, 3]]);
  await openNext();
  expect(await Promise.all(calls)).toEqual([10, 20, 30]);
});

test('a group is never larger than the bound, and as many lanes run as are allowed', async () => {
  const { call, groups, openNext } = heldWork({ lanes: 2, most: 2 });
  const calls = [1, 2, 3, 4, 5].map(call);
  expect(groups).toEqual([[1], [2]]);
  for (let gate = 0; gate < 4; gate += 1) await openNext();
  expect(groups).toEqual([[1], [2], [3, 4], [5]]);
  expect(await Promise.all(calls)).toEqual([10, 20, 30, 40, 50]);
});

test('when a group fails each member is tried alone: nobody’s fault becomes somebody else’s', async () => {
  const { call, groups, openNext } = heldWork({ fails: (group) => group.includes(3) });
  const calls = [1, 2, 3].map((input) => call(input).catch((error: Error) => error.message));
  for (let gate = 0; gate < 4; gate += 1) await openNext();
  expect(groups).toEqual([[1], [2, 3], [2], [3]]);
  expect(await Promise.all(calls)).toEqual([10, 20, 'failed with 3']);
});
