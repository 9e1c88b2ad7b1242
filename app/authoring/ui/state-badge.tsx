import type { PublicationState } from '~/authoring/core/publication-machine';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { Badge } from '~/ui/notice';

const kinds = {
  draft: 'plain',
  inReview: 'info',
  changesRequested: 'warn',
  approved: 'good',
  published: 'good',
  superseded: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<PublicationState, string>;

export function StateBadge({ state }: { readonly state: PublicationState }) {
  const t = useTranslator(messages);
  return <Badge kind={kinds[state]}>{t(`state.${state}`)}</Badge>;
}
