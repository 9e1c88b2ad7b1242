import { NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslator } from '~/i18n/speaking';
import { messages } from '../messages';

const places = [
  { to: '/audit', label: 'place.overview', end: true },
  { to: '/audit/certificates', label: 'place.certificates', end: false },
  { to: '/audit/attempts', label: 'place.attempts', end: false },
  { to: '/audit/completeness', label: 'place.completeness', end: false },
  { to: '/audit/log', label: 'place.log', end: false },
] as const;

const link = 'inline-block border-b-2 border-transparent px-3 py-2 no-underline hover:underline aria-[current=page]:border-accent aria-[current=page]:font-semibold';

/** The menu of the auditor's pages. */
export function AuditFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslator(messages);
  return (
    <>
      <nav aria-label={t('audit.title')} className="no-print border-b border-line bg-raised">
        <ul className="mx-auto flex w-full max-w-7xl flex-wrap px-1 sm:px-3">
          {places.map(({ to, label, end }) => <li key={to}><NavLink to={to} end={end} className={link}>{t(label)}</NavLink></li>)}
        </ul>
      </nav>
      {children}
    </>
  );
}
