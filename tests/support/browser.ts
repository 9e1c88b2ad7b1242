import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, type APIRequestContext } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const demoPassword = 'bluepost-demo';

/** Signs in through the form, as a person would. */
export async function signIn(page: Page, email: string, { next = '/courses' } = {}): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL((url) => url.pathname !== '/login');
}

/** Signs an HTTP client in, without a browser. */
export async function signInClient(client: APIRequestContext, email: string): Promise<void> {
  const answer = await client.post('/login', { form: { email, password: demoPassword, next: '/' }, maxRedirects: 0 });
  expect(answer.status(), `sign-in of ${email}`).toBe(303);
}

/** The page holds WCAG 2.2 AA as far as axe can tell. Works with JavaScript off: axe runs through the debugger. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults, string[]>(
    (tags) => (window as unknown as { axe: { run: (context: Document, options: object) => Promise<AxeResults> } }).axe.run(document, { runOnly: { type: 'tag', values: tags } }),
    wcag,
  );
  const faults = results.violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.map((node) => node.target.join(' ')).join('; ')}`);
  expect(faults, page.url()).toEqual([]);
}

/** Nothing scrolls sideways at this width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
  expect(scroll, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(client);
}
