import type { ReactNode } from 'react';

/** A raised block of content. `as` li or article where it stands in a list. */
export function Card({ as: Element = 'div', className = '', children }: { readonly as?: 'div' | 'li' | 'article' | 'section'; readonly className?: string; readonly children: ReactNode }) {
  return <Element className={`rounded-lg border border-line bg-raised p-5 ${className}`}>{children}</Element>;
}

/** Named facts as a definition list. */
export function Facts({ facts }: { readonly facts: readonly { readonly name: string; readonly value: ReactNode }[] }) {
  return (
    <dl className="mb-6 grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(10rem,max-content)_1fr]">
      {facts.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="mt-2 text-soft sm:mt-0">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How far, in words and as a bar. The words are the value; the bar is for the eye. */
export function ProgressBar({ label, done, total }: { readonly label: string; readonly done: number; readonly total: number }) {
  return (
    <div className="my-2">
      <p className="text-sm text-soft">{label}</p>
      <progress value={done} max={Math.max(total, 1)} aria-label={label} className="progress mt-1 block h-2 w-full" />
    </div>
  );
}

export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong p-8 text-center">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="mt-2 text-soft">{children}</div>}
    </div>
  );
}
