import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonHTMLAttributes } from 'react';

const base =
  'inline-flex items-center justify-center gap-2 rounded-md px-4 py-2 min-h-11 text-base font-semibold no-underline border transition-colors';

const kinds = {
  primary: 'bg-accent text-on-accent border-accent hover:bg-accent-strong hover:border-accent-strong',
  secondary: 'bg-raised text-accent border-line-strong hover:bg-accent-soft',
  quiet: 'bg-transparent text-accent border-transparent hover:bg-accent-soft',
  danger: 'bg-raised text-bad border-bad hover:bg-bad-soft',
} as const;

export type ButtonKind = keyof typeof kinds;

export function Button({ kind = 'primary', className = '', type = 'submit', ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: ButtonKind }) {
  return <button type={type} className={`${base} ${kinds[kind]} disabled:opacity-60 disabled:cursor-not-allowed ${className}`} {...rest} />;
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({ kind = 'primary', className = '', ...rest }: LinkProps & { kind?: ButtonKind }) {
  return <Link className={`${base} ${kinds[kind]} ${className}`} {...rest} />;
}
