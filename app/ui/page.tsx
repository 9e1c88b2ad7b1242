import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

export interface Crumb {
  readonly to: string;
  readonly label: string;
}

interface PageProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly breadcrumbs?: readonly Crumb[];
  readonly breadcrumbsLabel?: string;
  /** `reading` keeps lines short; `wide` gives tables room. */
  readonly width?: 'reading' | 'normal' | 'wide';
  readonly children: ReactNode;
}

const widths = { reading: 'max-w-3xl', normal: 'max-w-5xl', wide: 'max-w-7xl' } as const;

/** The frame of every page: where I am, what this page is, what I can do here, the content. */
export function Page({ title, lead, actions, breadcrumbs = [], breadcrumbsLabel, width = 'normal', children }: PageProps) {
  return (
    <div className={`mx-auto w-full px-4 py-6 sm:px-6 sm:py-10 ${widths[width]}`}>
      {breadcrumbs.length > 0 && (
        <nav aria-label={breadcrumbsLabel} className="no-print mb-4 text-sm">
          <ol className="flex flex-wrap gap-x-2 gap-y-1">
            {breadcrumbs.map((crumb) => (
              <li key={crumb.to} className="after:ms-2 after:text-soft after:content-['/']">
                <Link to={crumb.to} className="inline-block py-0.5">{crumb.label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-2xl tracking-tight sm:text-3xl">{title}</h1>
          {lead && <p className="mt-2 max-w-2xl text-lg text-soft">{lead}</p>}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-3">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
