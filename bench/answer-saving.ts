import { randomUUID } from 'node:crypto';
import { readQuestion } from './exam-sitting';
import { Visitor } from './http-client';

interface Writer {
  readonly visitor: Visitor;
  readonly action: string;
  readonly hidden: Record<string, string>;
  readonly options: readonly string[];
}

async function openAttempt(origin: string, email: string): Promise<Writer> {
  const visitor = new Visitor(origin);
  await visitor.post('/login', { email, password: 'bluepost-demo', next: '/' });
  const started = await visitor.post('/assessments/plastic-waste', {});
  const page = await visitor.get(started.headers.location!);
  return { visitor, ...readQuestion(page.body) };
}

/**
 * Acknowledged answers a second over HTTP, one open attempt per user, each answer with its own id and number: session look-up,
 * origin check, rules, answer, event chain and receipt included.
 */
export async function answersPerSecond(origin: string, emails: readonly string[], seconds: number): Promise<number> {
  const writers: Writer[] = [];
  for (const email of emails) writers.push(await openAttempt(origin, email));
  let saved = 0;
  const begun = performance.now();
  await Promise.all(writers.map(async ({ visitor, action, hidden, options }) => {
    for (let number = Number(hidden['number']); performance.now() - begun < seconds * 1000; number += 1) {
      const response = options[number % options.length]!;
      const reply = await visitor.post(action, { ...hidden, answerId: randomUUID(), number: String(number), response }, { accept: 'application/json' });
      if (reply.status !== 200) throw new Error(`an answer was refused: ${reply.status} ${reply.body.slice(0, 300)}`);
      saved += 1;
    }
  }));
  const rate = saved / ((performance.now() - begun) / 1000);
  for (const { visitor } of writers) visitor.leave();
  return rate;
}
