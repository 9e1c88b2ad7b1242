import { useTranslator } from '~/i18n/speaking';
import type { Role } from '~/kernel/actor';
import { Badge } from '~/ui/notice';
import { messages } from '../messages';

export function RoleBadges({ roles }: { readonly roles: readonly Role[] }) {
  const t = useTranslator(messages);
  if (roles.length === 0) return <Badge kind="warn">{t('people.no-role')}</Badge>;
  return <span className="flex flex-wrap gap-1">{roles.map((role) => <Badge key={role}>{t(`role.${role}`)}</Badge>)}</span>;
}
