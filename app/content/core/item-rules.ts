import type { ContentFault } from './content-fault';
import type { ItemFile } from './content-files';
import type { Placed } from './content-tree';
import { trueFalseOptions } from './item';

/** What must hold inside one item: options, key, words and cases speak of the same option ids. */
export function itemFaults(placed: Placed<ItemFile>): ContentFault[] {
  const item = placed.value;
  const options: readonly string[] = item.type === 'true-false' ? trueFalseOptions : item.options;
  const wrong = options.filter((option) => !item.key.includes(option));
  const fault = (path: readonly (string | number)[], message: string): ContentFault => ({ file: placed.file, line: placed.lineOf(path), message });
  const faults = [...shapeFaults(item).map(([field, message]) => fault([field], message))];
  for (const id of difference(item.key, options)) faults.push(fault(['key'], `the key names ${id}, which is no option`));
  for (const id of difference(wrong, Object.keys(item.misconceptions))) faults.push(fault(['misconceptions'], `no misconception is given behind the wrong option ${id}`));
  for (const id of difference(Object.keys(item.misconceptions), wrong)) faults.push(fault(['misconceptions', id], `${id} is no wrong option`));
  for (const locale of ['en', 'fr'] as const) {
    const { options: words, feedback } = item.text[locale];
    const worded = item.type === 'true-false' ? [] : options;
    for (const id of difference(worded, Object.keys(words))) faults.push(fault(['text', locale, 'options'], `no words for the option ${id}`));
    for (const id of difference(Object.keys(words), worded)) faults.push(fault(['text', locale, 'options', id], `${id} is no option that needs words`));
    for (const id of difference(options, Object.keys(feedback))) faults.push(fault(['text', locale, 'feedback'], `no feedback for the option ${id}`));
    for (const id of difference(Object.keys(feedback), options)) faults.push(fault(['text', locale, 'feedback', id], `${id} is no option`));
    const distinct = new Set(Object.values(words).map((word) => word.trim().toLowerCase()));
    if (distinct.size < Object.keys(words).length) faults.push(fault(['text', locale, 'options'], 'two options say the same'));
  }
  item.cases.forEach(({ response }, index) => {
    for (const id of difference(response, options)) faults.push(fault(['cases', index], `the response names ${id}, which is no option`));
  });
  return faults;
}

function shapeFaults(item: ItemFile): ['options' | 'key', string][] {
  const faults: ['options' | 'key', string][] = [];
  if (new Set(item.options).size < item.options.length) faults.push(['options', 'an option stands twice']);
  if (new Set(item.key).size < item.key.length) faults.push(['key', 'an option stands twice in the key']);
  if (item.type === 'true-false') {
    if (item.options.length > 0) faults.push(['options', 'a true/false question has no options of its own']);
    if (item.key.length !== 1) faults.push(['key', 'the key is [true] or [false]']);
    return faults;
  }
  if (item.options.length < 3 || item.options.length > 8) faults.push(['options', 'three to eight options']);
  if (item.type === 'single-choice' && item.key.length !== 1) faults.push(['key', 'a single choice has exactly one right option']);
  if (item.type === 'multiple-choice' && (item.key.length < 2 || item.key.length >= item.options.length)) faults.push(['key', 'a multiple choice has at least two right options and one wrong']);
  return faults;
}

function difference(wanted: readonly string[], given: readonly string[]): string[] {
  return wanted.filter((id) => !given.includes(id));
}
