import { readdirSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { locales, sourceLocale } from '~/kernel/locale';
import { projectFiles } from '../support/source-files';

const features = readdirSync('app').filter((feature) => existsSync(join('app', feature, 'messages', `${sourceLocale}.json`)));
const read = (feature: string, locale: string): unknown => JSON.parse(readFileSync(join('app', feature, 'messages', `${locale}.json`), 'utf8'));

function placeholders(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap((option) => placeholders(option.value))];
    }
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [element.value, ...placeholders(element.children)];
    return [element.value];
  });
}

const namesIn = (text: string) => [...new Set(placeholders(parse(text)))].sort();
const code = projectFiles(/^(app|scripts)\/.*\.(ts|tsx|mjs)$/).filter(({ path }) => !/\.test\.tsx?$/.test(path)).map(({ text }) => text).join('\n');

/** `t(\`problem.title.${status}\`)` uses every key that begins so. */
const computedPrefixes = [...code.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].map((match) => match[1]!);

describe.each(features)('the words of %s', (feature) => {
  const source = read(feature, sourceLocale) as Record<string, { text: string; note: string }>;
  const keys = Object.keys(source);

  test('every source message has a text and a note for translators', () => {
    expect(keys.filter((key) => !source[key]!.text || !source[key]!.note)).toEqual([]);
  });

  test.each(locales.filter((locale) => locale !== sourceLocale))('%s has the same keys and placeholders', (locale) => {
    const translated = read(feature, locale) as Record<string, string>;
    expect(Object.keys(translated).sort()).toEqual([...keys].sort());
    const different = keys.filter((key) => String(namesIn(translated[key]!)) !== String(namesIn(source[key]!.text)));
    expect(different).toEqual([]);
  });

  test('French has its apostrophes and its spaces before : ; ? !', () => {
    const french = read(feature, 'fr') as Record<string, string>;
    expect(keys.filter((key) => /'|[^\s\u00a0\u202f:/][;?!:](\s|$)/.test(french[key]!.replaceAll(/https?:\/\/\S+|\{[^}]*\}/g, 'x')))).toEqual([]);
  });

  test('no message is unused', () => {
    const unused = keys.filter((key) => !code.includes(`'${key}'`) && !code.includes(`"${key}"`) && !computedPrefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });
});
