/** What a page can say that it has just done, named in `?done=` after the redirect. */
export const doneNames = [
  'person-added',
  'person-corrected',
  'role-given',
  'role-ended',
  'link-sent',
  'post-added',
  'post-moved',
  'administration-added',
  'coordinator-added',
  'account-saved',
  'password-changed',
] as const;
export type DoneName = (typeof doneNames)[number];

export function parseDone(text: unknown): DoneName | null {
  return doneNames.find((name) => name === text) ?? null;
}
