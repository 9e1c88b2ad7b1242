import { useTranslator } from '~/i18n/speaking';
import { Icon, type IconName } from '~/ui/icon';
import type { NamedCheck } from '../core/verification-report';
import { messages } from '../messages';

const marks: Record<NamedCheck['outcome'], { readonly icon: IconName; readonly colour: string }> = {
  holds: { icon: 'check', colour: 'text-good' },
  fails: { icon: 'cross', colour: 'text-bad' },
  'not-checked': { icon: 'info', colour: 'text-soft' },
};

/** Each check by name, with its outcome in a word and a mark. */
export function CheckList({ checks }: { readonly checks: readonly NamedCheck[] }) {
  const t = useTranslator(messages);
  return (
    <ul className="mb-6 divide-y divide-line rounded-md border border-line bg-raised">
      {checks.map(({ name, outcome, refusal }) => {
        const { icon, colour } = marks[outcome];
        return (
          <li key={name} className="flex gap-3 px-4 py-2.5">
            <Icon name={icon} className={`mt-0.5 ${colour}`} />
            <span className="min-w-0 flex-1">
              {t(`check.${name}`)}
              {refusal && <> <code className="text-sm text-soft">{refusal}</code></>}
            </span>
            <strong className={`shrink-0 text-sm ${colour}`}>{t(`outcome.${outcome}`)}</strong>
          </li>
        );
      })}
    </ul>
  );
}
