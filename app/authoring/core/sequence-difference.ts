/** One step from an old sequence to a new one. */
export type Step<Part> =
  | { readonly change: 'kept'; readonly before: Part; readonly after: Part }
  | { readonly change: 'removed'; readonly before: Part }
  | { readonly change: 'added'; readonly after: Part };

/** Above this many comparisons the middle is told as "all removed, all added": still true, and never slow. */
const mostComparisons = 4_000_000;

interface Comparison<Part> {
  readonly before: readonly Part[];
  readonly after: readonly Part[];
  /** Parts with the same key are the same. */
  readonly key: (part: Part) => string;
}

/**
 * The shortest way from one sequence to the other by removing and adding: a longest common subsequence (Wagner and Fischer,
 * "The String-to-String Correction Problem", 1974), after the common beginning and end are set aside.
 */
export function sequenceDifference<Part>({ before, after, key }: Comparison<Part>): Step<Part>[] {
  const a = before.map(key);
  const b = after.map(key);
  const start = commonStart(a, b);
  const end = commonEnd(a.slice(start), b.slice(start));
  const middle = { a: a.slice(start, a.length - end), b: b.slice(start, b.length - end) };
  const matches = middle.a.length * middle.b.length > mostComparisons ? [] : commonSubsequence(middle.a, middle.b);
  const pairs: [number, number][] = [
    ...Array.from({ length: start }, (_, index): [number, number] => [index, index]),
    ...matches.map(([i, j]): [number, number] => [start + i, start + j]),
    ...Array.from({ length: end }, (_, index): [number, number] => [a.length - end + index, b.length - end + index]),
  ];
  return stepsAlong(pairs, before, after);
}

function stepsAlong<Part>(pairs: readonly [number, number][], before: readonly Part[], after: readonly Part[]): Step<Part>[] {
  const steps: Step<Part>[] = [];
  let i = 0;
  let j = 0;
  for (const [nextI, nextJ] of [...pairs, [before.length, after.length] as const]) {
    for (const part of before.slice(i, nextI)) steps.push({ change: 'removed', before: part });
    for (const part of after.slice(j, nextJ)) steps.push({ change: 'added', after: part });
    const kept = { before: before[nextI], after: after[nextJ] };
    if (kept.before !== undefined && kept.after !== undefined) steps.push({ change: 'kept', before: kept.before, after: kept.after });
    i = nextI + 1;
    j = nextJ + 1;
  }
  return steps;
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

/** Index pairs of one longest common subsequence, in order. */
function commonSubsequence(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  // lengths[i * width + j] is the length for a from i and b from j.
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
