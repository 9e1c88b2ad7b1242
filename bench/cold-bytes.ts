import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';

export interface ColdPage {
  readonly what: string;
  readonly path: string;
  readonly bar: number;
  readonly email?: string;
}

/** Kilobytes (1000 bytes) that really cross the wire at a first view with an empty cache, without images. */
export async function coldBytes(origin: string, { path, email = 'trainee@aurelia.example' }: ColdPage): Promise<number> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((candidate) => existsSync(candidate));
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const context = await browser.newContext({ baseURL: origin });
    await context.request.post('/login', { form: { email, password: 'bluepost-demo', next: '/' }, maxRedirects: 0 });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    const images = new Set<string>();
    let bytes = 0;
    session.on('Network.requestWillBeSent', ({ requestId, type }) => void (type === 'Image' && images.add(requestId)));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void (images.has(requestId) || (bytes += encodedDataLength)));
    await page.goto(path, { waitUntil: 'networkidle' });
    return bytes / 1000;
  } finally {
    await browser.close();
  }
}
