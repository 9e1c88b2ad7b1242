import { z } from 'zod';

/** An e-mail address in the one form in which it is stored and looked up: trimmed, lower case, composed. */
export const emailAddress = z
  .string()
  .max(254)
  .transform(normalEmail)
  .pipe(z.email());

export function normalEmail(typed: string): string {
  return typed.trim().normalize('NFC').toLowerCase();
}
