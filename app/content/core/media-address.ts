/** Where a figure is served. The hash is of its bytes, so the answer never changes. */
export function mediaAddress(hash: string): string {
  return `/media/${hash}`;
}
