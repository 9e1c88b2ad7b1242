import { randomUUID } from 'node:crypto';
import { Visitor, type Reply } from './http-client';

export interface Sitting {
  readonly email: string;
  readonly password: string;
  readonly assessment: string;
}

function expectStatus(reply: Reply, status: number, what: string): Reply {
  if (reply.status !== status) throw new Error(`${what}: expected ${status}, got ${reply.status}\n${reply.body.slice(0, 600)}`);
  return reply;
}

interface Question {
  readonly action: string;
  readonly hidden: Record<string, string>;
  readonly options: readonly string[];
}

/** Reads the question's form as the plainest client would: hidden fields and the values of the inputs named `response`. */
export function readQuestion(html: string): Question {
  const form = /<form[^>]*action="([^"]*\/answers)"[^>]*>([\s\S]*?)<\/form>/.exec(html);
  if (!form) throw new Error(`no answer form on the page:\n${html.slice(0, 800)}`);
  const inputs = [...form[2]!.matchAll(/<input\b[^>]*>/g)].map(([tag]) => Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map((match) => [match[1]!, match[2]!])));
  return {
    action: form[1]!,
    hidden: Object.fromEntries(inputs.filter((input) => input['type'] === 'hidden').map((input) => [input['name']!, input['value'] ?? ''])),
    options: inputs.filter((input) => input['name'] === 'response').map((input) => input['value']!),
  };
}

/** One whole exam: sign in, 20 answers each followed to the next page, submit, result. Returns how many answers were saved. */
export async function sitWholeExam(origin: string, { email, password, assessment }: Sitting): Promise<number> {
  const trainee = new Visitor(origin);
  try {
    const signedIn = await trainee.post('/login', { email, password, next: '/courses' });
    if (signedIn.status !== 303 && signedIn.status !== 302) throw new Error(`sign-in of ${email}: ${signedIn.status}`);
    const started = expectStatus(await trainee.post(`/assessments/${assessment}`, {}), 303, 'start');
    let location = started.headers.location!;
    const attempt = /^\/attempts\/[^/?]+/.exec(location)![0];
    let page = expectStatus(await trainee.get(location), 200, 'attempt page');
    let saved = 0;
    for (; saved < 20; saved += 1) {
      const question = readQuestion(page.body);
      const response = question.options[saved % question.options.length]!;
      const answered = expectStatus(await trainee.post(question.action, { ...question.hidden, answerId: question.hidden['answerId'] ?? randomUUID(), response }), 303, 'answer');
      location = answered.headers.location!;
      page = expectStatus(await trainee.get(location), 200, 'next question');
    }
    const submitted = expectStatus(await trainee.post(`${attempt}/submit`, { confirm: 'yes' }), 303, 'submit');
    expectStatus(await trainee.get(submitted.headers.location!), 200, 'result');
    return saved;
  } finally {
    trainee.leave();
  }
}
