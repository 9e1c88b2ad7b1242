/** Codes that documents carry: items, media, glossary terms and sources share one plain form. */
export const codePattern = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;

/** Heading ids carry a prefix of their own, so that none can take the place of an id of the page around the lesson. */
export const headingIdPattern = /^s-[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;

/** A heading id made from the heading's words: `Why the order matters` becomes `s-why-the-order-matters`. */
export function headingId(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '');
  return `s-${plain || 'section'}`;
}
