import { NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslator } from '~/i18n/speaking';
import type { Role } from '~/kernel/actor';
import { messages } from '../messages';

const places = [
  { to: '/admin/people', label: 'admin.people', role: 'coordinator' },
  { to: '/admin/posts', label: 'admin.posts', role: 'coordinator' },
  { to: '/admin/certificates', label: 'admin.certificates', role: 'coordinator' },
  { to: '/admin/administrations', label: 'admin.administrations', role: 'operator' },
  { to: '/admin/system', label: 'admin.system', role: 'operator' },
  { to: '/admin/outbox', label: 'admin.outbox', role: 'operator' },
] as const;

const link = 'inline-block border-b-2 border-transparent px-3 py-2 no-underline hover:underline aria-[current=page]:border-accent aria-[current=page]:font-semibold';

/** The menu of the console, with the places that the person's roles open. */
export function AdminFrame({ roles, children }: { readonly roles: readonly Role[]; readonly children: ReactNode }) {
  const t = useTranslator(messages);
  return (
    <>
      <nav aria-label={t('admin.title')} className="no-print border-b border-line bg-raised">
        <ul className="mx-auto flex w-full max-w-5xl flex-wrap px-1 sm:px-3">
          {places.filter(({ role }) => roles.includes(role)).map(({ to, label }) => (
            <li key={to}><NavLink to={to} className={link}>{t(label)}</NavLink></li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
