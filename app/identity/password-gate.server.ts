/** Two at a time: a rush at the start of a shift then takes 40 MB and leaves two of libuv's four threads to everybody else. */
const places = 2;
/** Whoever would wait longer than some seconds is told at once to come back. */
const longestQueue = 256;

let inside = 0;
const queue: (() => void)[] = [];

/**
 * Lets a few password checks through at a time, in order of arrival. The throttle is read, the password verified and a failure
 * counted behind this gate, so that many guesses at once pass the throttle no more often than `places` times too many.
 * @returns null when the queue is full
 */
export async function throughPasswordGate<Value>(work: () => Promise<Value>): Promise<Value | null> {
  if (inside < places) inside += 1;
  else {
    if (queue.length >= longestQueue) return null;
    await new Promise<void>((admit) => queue.push(admit));
  }
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else inside -= 1;
  }
}
