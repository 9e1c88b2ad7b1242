import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';

interface ItemFile {
  readonly code: string;
  readonly use: string;
  readonly type: string;
  readonly key: readonly (string | boolean)[];
  readonly text: Record<string, { stem: string; options?: Record<string, string> }>;
}

/** Text as it is compared: no markup, no typographic difference. */
const plain = (text: string) => text.replaceAll(/[*_`#>\\-]/g, ' ').replaceAll(/[’‘]/g, "'").replaceAll(/[“”«»"]/g, '"').replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();

function examItems(course: string): ItemFile[] {
  const folder = join('content/items', course);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parse(readFileSync(join(folder, file), 'utf8')) as ItemFile)
    .filter((item) => item.use === 'exam');
}

/** What is right, known by the words on the page, as an officer who learnt would know it. */
export class OfficerWhoKnows {
  private readonly byOptions = new Map<string, Set<string>>();
  private readonly byStem = new Map<string, boolean>();

  constructor(course: string, private readonly locale = 'en') {
    for (const item of examItems(course)) {
      const text = item.text[locale]!;
      if (item.type === 'true-false') this.byStem.set(this.stemStart(text.stem), String(item.key[0]) === 'true');
      else {
        const options = Object.entries(text.options!).map(([id, words]) => [id, plain(words)] as const);
        const right = new Set(options.filter(([id]) => item.key.includes(id)).map(([, words]) => words));
        this.byOptions.set(options.map(([, words]) => words).sort().join('|'), right);
      }
    }
  }

  private stemStart(text: string): string {
    return plain(text.replaceAll(/\d+\. |\n/g, ' ')).slice(0, 60);
  }

  /** Positions of the right options of a question. `words` are the option labels in the order shown. */
  rightPositions(stem: string, words: readonly string[]): number[] {
    const options = words.map(plain);
    const right = this.byOptions.get([...options].sort().join('|'));
    if (right) return options.flatMap((option, index) => (right.has(option) ? [index] : []));
    const truth = this.byStem.get(this.stemStart(stem)) ?? [...this.byStem].find(([start]) => plain(stem).includes(start.slice(0, 40)))?.[1];
    if (truth === undefined) throw new Error(`This question is in no file of ${this.locale}: ${stem} (${words.join(' / ')})`);
    return [truth ? 0 : 1];
  }

  /** Chooses the right responses of the question on the page, without sending them. */
  async choose(page: Page): Promise<void> {
    const form = page.locator('form[action$="/answers"]').first();
    const inputs = form.locator('input[name=response]');
    const words = await inputs.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? ''));
    const stem = await form.evaluate((element) => element.closest('article, section, main')?.textContent ?? element.textContent ?? '');
    const values = await inputs.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
    const right = values.every((value) => value === 'true' || value === 'false')
      ? this.rightPositions(stem, words).map((position) => values.indexOf(position === 0 ? 'true' : 'false'))
      : this.rightPositions(stem, words);
    for (const [index] of values.entries()) {
      const input = inputs.nth(index);
      if (right.includes(index)) await input.check();
      else if ((await input.getAttribute('type')) === 'checkbox') await input.uncheck();
    }
  }
}
