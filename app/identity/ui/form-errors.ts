import type { Translator } from '~/i18n/catalogue';
import type { FormState } from '../core/form-state';
import { messages } from '../messages';

type Key = Parameters<ReturnType<typeof messages.translator>>[0];

/** Which field a refusal is about, where it is about one. */
const fieldOfRefusal: Readonly<Record<string, string>> = {
  'email-taken': 'email',
  'email-settled': 'email',
  'service-number-taken': 'serviceNumber',
  'role-not-yours-to-give': 'role',
  'post-not-found': 'post',
  'post-code-taken': 'code',
  'post-would-circle': 'parent',
  'administration-code-taken': 'code',
  'password-too-short': 'password',
  'password-too-long': 'password',
  'password-holds-email': 'password',
  'password-obvious': 'password',
  'passwords-differ': 'again',
  'current-password-wrong': 'current',
};

/** The words for everything wrong with a form, by field. A refusal about no field stands at `firstField`. */
export function formErrors(t: Translator<Key>, state: FormState | null, firstField: string): Record<string, string> {
  if (!state) return {};
  if (state.fields.length > 0) return Object.fromEntries(state.fields.map((field) => [field, wordsFor(t, `wrong.${field}`)]));
  const field = fieldOfRefusal[state.refusal] ?? firstField;
  return { [field]: wordsFor(t, `refusal.${state.refusal}`, state.seconds) };
}

function wordsFor(t: Translator<Key>, key: string, seconds = 1): string {
  return messages.has(key) ? t(key, { seconds }) : t('wrong.form');
}
