import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function palette(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]));
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

const textPairs = [
  ...['surface', 'raised', 'sunken'].flatMap((ground) => ['ink', 'soft', 'accent', 'good', 'warn', 'bad'].map((text) => [text, ground])),
  ['accent-strong', 'surface'], ['on-accent', 'accent'], ['on-accent', 'accent-strong'], ['on-band', 'band'],
  ['ink', 'accent-soft'], ['accent', 'accent-soft'], ['soft', 'accent-soft'],
  ...['good', 'warn', 'bad'].flatMap((meaning) => [[meaning, `${meaning}-soft`], ['ink', `${meaning}-soft`], ['soft', `${meaning}-soft`]]),
] as [string, string][];

describe.each([['light', palette(light)], ['dark', { ...palette(light), ...palette(dark) }]])('in the %s scheme', (_, colours) => {
  test.each(textPairs)('%s on %s can be read (4.5:1)', (text, ground) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([['line-strong', 'raised'], ['line-strong', 'surface'], ['focus', 'surface'], ['focus', 'raised']])(
    'a control drawn with %s on %s can be seen (3:1)',
    (drawn, ground) => {
      expect(contrast(colours[drawn]!, colours[ground]!)).toBeGreaterThanOrEqual(3);
    },
  );
});
