import type { Locale } from '~/kernel/locale';
import { locales } from '~/kernel/locale';
import type { ContentFault } from './content-fault';
import type { CourseContent, ItemContent } from './content-tree';

/** So many exam items an outcome needs before its draws differ from one trainee to the next. */
export const fewestExamItems = 6;

/** Beyond this the bank leans so far to one side that chance explains it once in a hundred (normal quantile, one-sided). */
const tooFar = 2.326;

/** The same for a whole distribution: chi-squared, 1 in 100, by degrees of freedom (Pearson 1900). */
const chiSquared: Readonly<Record<number, number>> = { 1: 6.635, 2: 9.21, 3: 11.345, 4: 13.277, 5: 15.086, 6: 16.812, 7: 18.475 };

/** What one bank looks like to somebody who guesses by its form. */
export interface BankForm {
  readonly name: string;
  readonly items: number;
  /** How often the key stands at each place, over single choices. */
  readonly keyPlaces: readonly number[];
  /** How often the key is the longest and the shortest option, by language. */
  readonly keyLongest: Readonly<Record<Locale, number>>;
  readonly keyShortest: Readonly<Record<Locale, number>>;
  readonly singleChoices: number;
  readonly truths: { readonly true: number; readonly false: number };
}

export function bankForms({ course, items }: CourseContent): BankForm[] {
  return (['exam', 'practice'] as const).map((use) => formOf(`${course.value.code} ${use}`, items.filter(({ item }) => item.value.use === use)));
}

function formOf(name: string, items: readonly ItemContent[]): BankForm {
  const single = items.filter(({ item }) => item.value.type === 'single-choice');
  const twoSided = items.filter(({ item }) => item.value.type === 'true-false');
  const places = Math.max(0, ...single.map(({ item }) => item.value.options.length));
  const keyPlaces = Array.from({ length: places }, (_, place) => single.filter(({ item }) => item.value.options.indexOf(item.value.key[0] ?? '') === place).length);
  const extreme = (locale: Locale, longer: 1 | -1) => single.filter((entry) => keyStandsOut({ entry, locale, longer })).length;
  return {
    name,
    items: items.length,
    keyPlaces,
    keyLongest: { en: extreme('en', 1), fr: extreme('fr', 1) },
    keyShortest: { en: extreme('en', -1), fr: extreme('fr', -1) },
    singleChoices: single.length,
    truths: { true: twoSided.filter(({ item }) => item.value.key[0] === 'true').length, false: twoSided.filter(({ item }) => item.value.key[0] === 'false').length },
  };
}

function keyStandsOut({ entry, locale, longer }: { readonly entry: ItemContent; readonly locale: Locale; readonly longer: 1 | -1 }): boolean {
  const { key, options, text } = entry.item.value;
  const lengthOf = (option: string) => (text[locale].options[option] ?? '').length * longer;
  const right = lengthOf(key[0] ?? '');
  return options.filter((option) => option !== key[0]).every((option) => lengthOf(option) < right);
}

/** A bank that somebody can pass by its form, or that is too small to be drawn from. */
export function bankFaults(content: CourseContent): ContentFault[] {
  const { course, items } = content;
  const file = `items/${course.value.code}`;
  const fault = (message: string): ContentFault => ({ file, line: 1, message });
  const small = course.value.assessments.flatMap(({ code, blueprint }) =>
    blueprint.flatMap(({ outcome }) => {
      const held = items.filter(({ item }) => item.value.use === 'exam' && item.value.outcome === outcome).length;
      return held >= fewestExamItems ? [] : [fault(`the assessment ${code} draws on ${outcome}, which has ${held} exam items: at least ${fewestExamItems}`)];
    }),
  );
  return [...small, ...bankForms(content).flatMap((form) => formFaults(form).map(fault))];
}

export function formFaults(form: BankForm): string[] {
  const { name, keyPlaces, keyLongest, keyShortest, singleChoices, truths } = form;
  const faults: string[] = [];
  if (isUneven(keyPlaces)) faults.push(`${name}: the key stands at places ${keyPlaces.join(' / ')}; a guesser learns the favourite one`);
  if (isUneven([truths.true, truths.false])) faults.push(`${name}: ${truths.true} true and ${truths.false} false keys; a guesser learns the favourite one`);
  const chance = keyPlaces.length === 0 ? 0 : 1 / keyPlaces.length;
  for (const locale of locales) {
    if (isTooOften(keyLongest[locale], { of: singleChoices, chance })) faults.push(`${name}: in ${locale} the key is the longest option in ${keyLongest[locale]} of ${singleChoices}`);
    if (isTooOften(keyShortest[locale], { of: singleChoices, chance })) faults.push(`${name}: in ${locale} the key is the shortest option in ${keyShortest[locale]} of ${singleChoices}`);
  }
  return faults;
}

function isUneven(counts: readonly number[]): boolean {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const expected = total / counts.length;
  const critical = chiSquared[counts.length - 1];
  // Under five expected in each cell the distribution says nothing.
  if (critical === undefined || expected < 3) return false;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) > critical;
}

function isTooOften(count: number, { of, chance }: { readonly of: number; readonly chance: number }): boolean {
  if (of < 8 || chance === 0) return false;
  return (count - of * chance) / Math.sqrt(of * chance * (1 - chance)) > tooFar;
}
