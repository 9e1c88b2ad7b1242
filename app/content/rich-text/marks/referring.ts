/** Marks that lead somewhere exclude one another: a word has one target. */
export const referring = 'link legalReference term';

/** Below bold and italic, so that a reference half in bold is still one reference when rendered. */
export const outermost = 40;
