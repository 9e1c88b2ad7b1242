/** Every island of every feature, by `feature/name`, with the address of its hashed module. */
const addresses = import.meta.glob<string>('../*/ui/*.island.ts', { query: '?worker&url', import: 'default', eager: true });

const byName = new Map(
  Object.entries(addresses).map(([path, address]) => {
    const [, feature, name] = /^\.\.\/([^/]+)\/ui\/([^/]+)\.island\.ts$/.exec(path) ?? [];
    return [`${feature}/${name}`, address];
  }),
);

/** @throws Error for a name that no feature has: a wrong `handle.islands` is a bug */
export function islandUrl(name: string): string {
  const address = byName.get(name);
  if (!address) throw new Error(`No island is called ${name}`);
  return address;
}
