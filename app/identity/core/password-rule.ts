import { done, refused, type Result } from '~/kernel/result';

export const passwordRules = { leastLength: 12, mostLength: 256 } as const;

/** What everybody may read in the README; good for the demo people alone. */
export const demoPassword = 'bluepost-demo';

export type PasswordRefusal = 'password-too-short' | 'password-too-long' | 'password-holds-email' | 'password-obvious';

/** Words that open lists of stolen passwords, in the languages of the platform, and those of this trade. */
const obviousWords = [
  'password', 'passwort', 'motdepasse', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'qwertyuiop', 'azertyuiop', 'qwerty', 'azerty', 'qwertz',
  'letmein', 'welcome', 'bienvenue', 'iloveyou', 'jetaime', 'administrateur', 'administrator', 'administration', 'admin', 'changeme',
  'secret', 'bluepost', 'demo', 'customs', 'officer', 'douaniers', 'douanier', 'douanes', 'douane', 'border', 'post', 'frontiere',
  'training', 'formation',
];

/** A password is compared and hashed in one normal form (Unicode NFKC), however a keyboard composes its letters. */
export function normalPassword(typed: string): string {
  return typed.normalize('NFKC');
}

/**
 * Long rather than complicated (NIST SP 800-63B §3.1.1): no classes of characters are asked for, but nothing that the e-mail
 * gives away and nothing that is tried first.
 */
export function checkPassword({ password, email }: { readonly password: string; readonly email: string }): Result<string, PasswordRefusal> {
  const normal = normalPassword(password);
  const length = [...normal].length;
  if (length < passwordRules.leastLength) return refused('password-too-short');
  if (length > passwordRules.mostLength) return refused('password-too-long');
  if (holdsEmail(normal, email)) return refused('password-holds-email');
  if (isObvious(normal)) return refused('password-obvious');
  return done(normal);
}

function holdsEmail(password: string, email: string): boolean {
  const lower = password.toLowerCase();
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  return lower.includes(email.toLowerCase()) || (local.length >= 4 && lower.includes(local)) || (domain.length >= 6 && lower.includes(domain));
}

function isObvious(password: string): boolean {
  const lower = password.toLowerCase();
  return new Set(lower).size < 5 || isSequence(lower) || isRepetition(lower) || isObviousWords(lower);
}

/** `customs-officer1` and `bluepost-2026!`: nothing much is left once the obvious words, digits and signs are taken away. */
function isObviousWords(lower: string): boolean {
  const plain = lower.normalize('NFD').replace(/\p{M}/gu, '');
  const left = obviousWords.reduce((text, word) => text.replaceAll(word, ''), plain);
  return left !== plain && left.replace(/[\d\p{P}\p{S}\s]/gu, '').length <= 2;
}

/** 123456789012, abcdefghijkl and their reverse. */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  return [1, -1].some((step) => {
    const followers = codes.slice(1).filter((code, index) => code - (codes[index] ?? 0) === step).length;
    return followers >= codes.length - 3;
  });
}

/** abcabcabcabc: one short piece again and again. */
function isRepetition(text: string): boolean {
  return /^(.{1,6})\1+.{0,2}$/u.test(text);
}
