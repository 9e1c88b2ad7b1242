import type { ReactNode } from 'react';
import { fieldId } from './field';
import { Icon, type IconName } from './icon';

export type NoticeKind = 'info' | 'good' | 'warn' | 'bad';

const looks: Record<NoticeKind, { frame: string; mark: string; icon: IconName }> = {
  info: { frame: 'bg-accent-soft border-accent', mark: 'text-accent', icon: 'info' },
  good: { frame: 'bg-good-soft border-good', mark: 'text-good', icon: 'check' },
  warn: { frame: 'bg-warn-soft border-warn', mark: 'text-warn', icon: 'warning' },
  bad: { frame: 'bg-bad-soft border-bad', mark: 'text-bad', icon: 'cross' },
};

interface AlertProps {
  readonly kind: NoticeKind;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** `alert` only for what has just gone wrong; `status` for what has just gone well. */
  readonly role?: 'alert' | 'status';
}

export function Alert({ kind, title, children, role }: AlertProps) {
  const { frame, mark, icon } = looks[kind];
  return (
    <div role={role} className={`mb-5 flex gap-3 rounded-md border-s-4 p-4 ${frame}`}>
      <Icon name={icon} className={`mt-0.5 ${mark}`} />
      <div className="min-w-0">
        {title && <p className={`font-semibold ${mark}`}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** Everything that is wrong with a form, each linked to its field; first on the page after an error. */
export function ErrorSummary({ title, errors }: { readonly title: string; readonly errors: Readonly<Record<string, string>> }) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <Alert kind="bad" title={title} role="alert">
      <ul className="mt-1 list-disc ps-5">
        {entries.map(([name, message]) => <li key={name}><a href={`#${fieldId(name)}`}>{message}</a></li>)}
      </ul>
    </Alert>
  );
}

const badges: Record<NoticeKind | 'plain', string> = {
  plain: 'bg-sunken text-soft border-line-strong',
  info: 'bg-accent-soft text-accent border-accent',
  good: 'bg-good-soft text-good border-good',
  warn: 'bg-warn-soft text-warn border-warn',
  bad: 'bg-bad-soft text-bad border-bad',
};

export function Badge({ kind = 'plain', children }: { readonly kind?: NoticeKind | 'plain'; readonly children: ReactNode }) {
  return <span className={`inline-flex items-center gap-1 rounded-full border px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap ${badges[kind]}`}>{children}</span>;
}
