import { Agent, request } from 'node:http';

interface Load {
  readonly path: string;
  readonly seconds: number;
  readonly users: number;
  readonly cookie?: string;
}

/** Whole pages a second for some seconds at a fixed number of users, after one second of warming up. Anything but 200 fails. */
export async function pagesPerSecond(origin: string, { path, seconds, users, cookie }: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: users });
  const get = () =>
    new Promise<void>((resolve, reject) => {
      const outgoing = request(new URL(path, origin), { agent, headers: cookie ? { cookie } : {} }, (incoming) => {
        incoming.resume();
        incoming.on('error', reject);
        incoming.on('end', () => (incoming.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${incoming.statusCode}`))));
      });
      outgoing.on('error', reject);
      outgoing.end();
    });
  const during = async (milliseconds: number) => {
    let served = 0;
    const end = performance.now() + milliseconds;
    await Promise.all(Array.from({ length: users }, async () => {
      while (performance.now() < end) {
        await get();
        served += 1;
      }
    }));
    return served;
  };
  await during(1000);
  const begun = performance.now();
  const served = await during(seconds * 1000);
  const rate = served / ((performance.now() - begun) / 1000);
  agent.destroy();
  return rate;
}
