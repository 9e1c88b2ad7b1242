import { formatter } from '~/i18n/formatter';
import { artifact, ink, type PrintedCertificate, type Style, type Tag, write } from './paper.server';
import { type Doc, runsOf, selectFont } from './typeface.server';

const column = { x: 270, width: 528 } as const;
const factsTop = 456;
const footnoteTop = 512;

const styles = {
  eyebrow: { weight: 'semibold', size: 9.5, colour: ink.soft },
  heading: { weight: 'bold', size: 29, colour: ink.accent },
  lead: { weight: 'regular', size: 11, colour: ink.soft },
  name: { weight: 'bold', size: 27, colour: ink.text },
  title: { weight: 'semibold', size: 16, colour: ink.text },
  label: { weight: 'semibold', size: 8, colour: ink.accent },
  body: { weight: 'regular', size: 9.5, colour: ink.text },
  fact: { weight: 'semibold', size: 10.5, colour: ink.text },
  small: { weight: 'regular', size: 7, colour: ink.soft },
} as const satisfies Record<string, Style>;

/** Whom, for what, within which limits, for how long; and what a reader should believe. */
export function drawColumn(doc: Doc, tag: Tag, printed: PrintedCertificate): void {
  const { facts, words } = printed;
  const scale = [1, 0.92, 0.84, 0.76].find((each) => textHeight(doc, printed, each) <= 262) ?? 0.7;
  let y = 42;
  const paragraph = (type: string, text: string, style: Style & { readonly after: number }) =>
    tag(type, () => { y = write(doc, text, { ...style, ...column, y }) + style.after; });

  paragraph('P', words('document.number', { number: facts.number }), { ...styles.eyebrow, after: 2 });
  paragraph('H1', words('document.certificate'), { ...styles.heading, after: 7 });
  paragraph('P', words('document.certifies'), { ...styles.lead, after: 1 });
  paragraph('P', facts.holder, { ...fitted(doc, facts.holder), after: 4 });
  if (!runsOf(doc, facts.holder, 'bold').complete) paragraph('P', words('document.letters-missing'), { ...styles.small, after: 4 });
  paragraph('P', words('document.has-passed'), { ...styles.lead, after: 2 });
  paragraph('H2', facts.title, { ...styles.title, size: styles.title.size * scale, after: 9 * scale });
  for (const [label, text] of sections(printed)) {
    paragraph('H3', label, { ...styles.label, after: 0 });
    paragraph('P', text, { ...styles.body, size: styles.body.size * scale, after: 7 * scale });
  }
  drawFacts(doc, tag, printed);
  drawFootnote(doc, tag, printed);
}

function sections({ facts, words }: PrintedCertificate): (readonly [label: string, text: string])[] {
  return [
    [words('document.scope'), facts.scope],
    [words('document.limits'), facts.limits],
    [words('document.criteria'), facts.criteria],
  ];
}

/** How much room name, title and texts would take at a scale. */
function textHeight(doc: Doc, printed: PrintedCertificate, scale: number): number {
  const measure = (text: string, style: Style) => {
    selectFont(doc, style.weight);
    return doc.fontSize(style.size).heightOfString(text, { width: column.width, lineGap: 1.5 });
  };
  const scaled = (style: Style) => ({ ...style, size: style.size * scale });
  const texts = sections(printed).map(([, text]) => 13 + measure(text, scaled(styles.body)) + 7 * scale);
  const holder = measure(printed.facts.holder, fitted(doc, printed.facts.holder));
  return holder + measure(printed.facts.title, scaled(styles.title)) + 9 * scale + texts.reduce((sum, each) => sum + each, 0);
}

/** A long name is set smaller before it takes a second line. */
function fitted(doc: Doc, name: string): Style {
  selectFont(doc, 'bold');
  const size = [27, 24, 21, 18].find((each) => doc.fontSize(each).widthOfString(name) <= column.width) ?? 16;
  return { ...styles.name, size };
}

function drawFacts(doc: Doc, tag: Tag, { facts, words }: PrintedCertificate): void {
  const dates = formatter(facts.locale, 'UTC');
  const cells = [
    { width: 128, label: words('document.awarded'), value: dates.date(facts.awardedAt) },
    { width: 128, label: words('document.valid-until'), value: dates.date(facts.validUntil) },
    { width: 190, label: words('document.examination'), value: words('document.edition', { code: facts.code, version: facts.version }) },
    { width: 82, label: words('document.pass-mark'), value: words('document.percent', { percent: facts.passMark }) },
  ];
  rule(doc, factsTop - 11);
  let x: number = column.x;
  for (const { label, value, width } of cells) {
    const place = { x, width: width - 10 };
    tag('P', () => {
      const below = write(doc, label, { ...styles.label, ...place, y: factsTop });
      write(doc, value, { ...styles.fact, ...place, y: below });
    });
    x += width;
  }
}

function drawFootnote(doc: Doc, tag: Tag, { facts, digest, log, words }: PrintedCertificate): void {
  const notes = [
    words('document.authoritative'),
    words('document.digest', { digest: digest.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 '), key: facts.signedBy }),
    words('document.log', { origin: log.origin, index: String(log.index), size: String(log.size) }),
  ];
  rule(doc, footnoteTop - 7);
  let y: number = footnoteTop;
  for (const note of notes) tag('P', () => { y = write(doc, note, { ...styles.small, ...column, lineGap: 0.5, y }) + 1.5; });
}

function rule(doc: Doc, y: number): void {
  artifact(doc, () => doc.moveTo(column.x, y).lineTo(column.x + column.width, y).lineWidth(0.75).stroke(ink.line));
}
