/** Text as HTML text. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

type Attribute = string | number | null;

/** An element with its attributes escaped; null leaves an attribute out. `inner` is HTML already. */
export function element(tag: string, attributes: Readonly<Record<string, Attribute>>, inner: string): string {
  return `${openTag(tag, attributes)}${inner}</${tag}>`;
}

export function openTag(tag: string, attributes: Readonly<Record<string, Attribute>>): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escapeText(String(value)).replace(/"/g, '&quot;')}"`);
  return `<${tag}${written.join('')}>`;
}
