interface Gathering<Input, Output> {
  /** Most inputs that are worked on together. */
  readonly most: number;
  /** How many groups may be at work at once. */
  readonly lanes: number;
  /** Does a group together; as many outputs as inputs, in the same order. All or nothing: a throw undoes the group. */
  readonly work: (inputs: readonly Input[]) => Promise<readonly Output[]>;
}

interface Waiting<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: what arrives while earlier groups are at work waits for the next free lane and then shares one transaction, so
 * that a hundred trainees do not pay for a hundred commits. Nobody waits for company: a lone input starts at once. When a
 * group fails, each of its members is tried alone, so that nobody's fault becomes somebody else's.
 */
export function gather<Input, Output>({ most, lanes, work }: Gathering<Input, Output>): (input: Input) => Promise<Output> {
  const queue: Waiting<Input, Output>[] = [];
  let atWork = 0;

  async function together(group: readonly Waiting<Input, Output>[]): Promise<void> {
    try {
      const outputs = await work(group.map((waiting) => waiting.input));
      group.forEach((waiting, index) => waiting.resolve(outputs[index] as Output));
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else for (const waiting of group) await together([waiting]);
    }
  }

  async function openLane(): Promise<void> {
    atWork += 1;
    while (queue.length > 0) await together(queue.splice(0, most));
    atWork -= 1;
  }

  return (input) =>
    new Promise<Output>((resolve, reject) => {
      queue.push({ input, resolve, reject });
      if (atWork < lanes) void openLane();
    });
}
