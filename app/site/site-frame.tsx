import { Form, Link, NavLink, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { inLanguage } from '~/i18n/negotiate';
import { useLocale, useTranslator } from '~/i18n/speaking';
import type { Role } from '~/kernel/actor';
import { localeNames, locales } from '~/kernel/locale';
import { messages } from './messages';

export interface FramePerson {
  readonly name: string;
  readonly roles: readonly Role[];
}

interface Destination {
  readonly to: string;
  readonly label: Parameters<ReturnType<typeof messages.translator>>[0];
  readonly for: (person: FramePerson | null) => boolean;
}

const hasRole = (...roles: Role[]) => (person: FramePerson | null) => roles.some((role) => person?.roles.includes(role));

const destinations: readonly Destination[] = [
  { to: '/courses', label: 'nav.courses', for: () => true },
  { to: '/certificates', label: 'nav.certificates', for: hasRole('trainee') },
  { to: '/studio', label: 'nav.studio', for: hasRole('instructor') },
  { to: '/audit', label: 'nav.audit', for: hasRole('auditor') },
  { to: '/admin', label: 'nav.admin', for: hasRole('coordinator', 'operator') },
  { to: '/verify', label: 'nav.verify', for: () => true },
];

const onBand = 'rounded px-2 py-1.5 text-on-band no-underline hover:underline';

function LanguageSwitch() {
  const t = useTranslator(messages);
  const current = useLocale();
  const { pathname, search } = useLocation();
  return (
    <nav aria-label={t('site.language')}>
      <ul className="flex gap-1">
        {locales.map((locale) => (
          <li key={locale}>
            <a href={inLanguage(new URL(`${pathname}${search}`, 'http://page'), locale)} lang={locale} hrefLang={locale}
              aria-current={locale === current ? 'true' : undefined} className={`${onBand} inline-block aria-[current]:font-bold aria-[current]:underline`}>
              {localeNames[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function AccountMenu({ person }: { readonly person: FramePerson | null }) {
  const t = useTranslator(messages);
  if (!person) return <Link to="/login" className={`${onBand} font-semibold`}>{t('nav.sign-in')}</Link>;
  return (
    <nav aria-label={t('site.account-menu')} className="flex flex-wrap items-center gap-1">
      <Link to="/account" className={onBand}>{person.name}</Link>
      <Form method="post" action="/logout"><button type="submit" className={onBand}>{t('nav.sign-out')}</button></Form>
    </nav>
  );
}

/** Header, main and footer around every page. */
export function SiteFrame({ person, children }: { readonly person: FramePerson | null; readonly children: ReactNode }) {
  const t = useTranslator(messages);
  return (
    <>
      <a href="#main" className="sr-only rounded bg-raised p-3 focus:not-sr-only focus:absolute focus:z-10">{t('site.skip')}</a>
      <header className="site-header bg-band text-on-band">
        <div className="mx-auto flex w-full max-w-7xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
          <Link to="/" className="flex items-center gap-2 text-lg font-bold text-on-band no-underline"><Mark />{t('site.name')}</Link>
          <nav aria-label={t('site.menu')} className="order-last w-full sm:order-none sm:w-auto sm:flex-1">
            <ul className="-mx-2 flex flex-wrap gap-x-1">
              {destinations.filter((destination) => destination.for(person)).map(({ to, label }) => (
                <li key={to}><NavLink to={to} className={`${onBand} inline-block aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-8`}>{t(label)}</NavLink></li>
              ))}
            </ul>
          </nav>
          <div className="ms-auto flex flex-wrap items-center gap-x-2 text-sm sm:ms-0"><LanguageSwitch /><AccountMenu person={person} /></div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">{children}</main>
      <footer className="site-footer border-t border-line bg-raised text-sm text-soft">
        <div className="mx-auto w-full max-w-7xl space-y-1 px-4 py-6 sm:px-6">
          <p>{t('footer.about')}</p>
          <p>{t('footer.national-law')}</p>
          <p><a href="/log/checkpoint">{t('footer.log')}</a></p>
        </div>
      </footer>
    </>
  );
}

/** The mark: a border post, a bar half raised. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" className="size-7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden="true">
      <path d="M5 21V9h4v12M3 21h18M9 11L20.5 4.5M12.5 9l1.2 2M16 7l1.2 2" />
    </svg>
  );
}
