/** Names of issuer keys: `key-2026-1`. A name says when, never what: a validator exists that believes a key which stands in the fragment. */
export function nextFragment(existing: readonly string[], year: number): string {
  const prefix = `key-${year}-`;
  const numbers = existing.filter((fragment) => fragment.startsWith(prefix)).map((fragment) => Number(fragment.slice(prefix.length)));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

/** The name of the key's file in DATA_DIR/keys. @param owner an administration's id or `platform` */
export function keyFileName(owner: string, fragment: string): string {
  return `issuer-${owner.replaceAll('_', '-')}-${fragment}`;
}
