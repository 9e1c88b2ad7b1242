import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Bytes of the body as they crossed the wire. */
  readonly wireBytes: number;
}

/** One person's browser, as plain as can be: a cookie jar and one kept-alive connection. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly origin: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', path, { headers });
  }

  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Reply> {
    const body = new URLSearchParams(form).toString();
    return this.send('POST', path, {
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)), origin: this.origin, ...headers },
    });
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  leave(): void {
    this.agent.destroy();
  }

  private send(method: string, path: string, { body, headers }: { body?: string; headers: Record<string, string> }): Promise<Reply> {
    const cookie = this.cookieHeader();
    return new Promise((resolve, reject) => {
      const outgoing = request(new URL(path, this.origin), { method, agent: this.agent, headers: { ...headers, ...(cookie && { cookie }) } }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          for (const line of incoming.headers['set-cookie'] ?? []) this.keep(line);
          const bytes = Buffer.concat(chunks);
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: bytes.toString('utf8'), wireBytes: bytes.length });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** Runs `work` from `concurrency` workers until `count` are done; the time is wall-clock from the first to the last. */
export async function inParallel(count: number, concurrency: number, work: (index: number) => Promise<void>): Promise<{ seconds: number }> {
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < count) {
        const index = next;
        next += 1;
        await work(index);
      }
    }),
  );
  return { seconds: (performance.now() - begun) / 1000 };
}
