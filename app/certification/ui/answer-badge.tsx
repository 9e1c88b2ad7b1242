import { useTranslator } from '~/i18n/speaking';
import { Badge, type NoticeKind } from '~/ui/notice';
import type { Answer } from '../core/verification-report';
import { messages } from '../messages';

/** How an answer looks; its words say the same. */
export const answerKind: Record<Answer, NoticeKind> = {
  valid: 'good',
  expired: 'warn',
  suspended: 'warn',
  revoked: 'bad',
  superseded: 'info',
  'being-recorded': 'info',
  contradictory: 'bad',
};

export function AnswerBadge({ answer }: { readonly answer: Answer }) {
  const t = useTranslator(messages);
  return <Badge kind={answerKind[answer]}>{t(`answer.${answer}.short`)}</Badge>;
}
