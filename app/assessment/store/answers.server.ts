import { z } from 'zod';
import type { AttemptId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import type { AnswerReceipt } from '../core/record-answer';
import { stored } from './attempt-row.server';

interface AnswerColumns {
  readonly attemptId: string;
  readonly answerId: string;
  readonly number: number;
  readonly position: number;
  readonly response: unknown;
  readonly savedAt: Date;
}

export interface StoredAnswer extends AnswerReceipt {
  readonly attemptId: AttemptId;
}

const response = z.strictObject({ chosen: z.array(z.string()) });

function answerOf({ response: json, attemptId, ...row }: AnswerColumns): StoredAnswer {
  return { ...row, attemptId: stored('attempt', attemptId), chosen: response.parse(json).chosen };
}

/** Which of these answers were saved before, whatever they said. */
export async function findAnswers(reader: Reader, sent: readonly { readonly attemptId: AttemptId; readonly answerId: string }[]): Promise<StoredAnswer[]> {
  const rows = await reader.$queryRaw<AnswerColumns[]>`
    SELECT "attemptId", "answerId", "number", "position", "response", "savedAt" FROM "Answer"
    WHERE ("attemptId", "answerId") IN (
      SELECT * FROM unnest(${sent.map((answer) => answer.attemptId)}::text[], ${sent.map((answer) => answer.answerId)}::text[])
    )`;
  return rows.map(answerOf);
}

/** Every answer that was ever acknowledged, in the order in which it was saved. */
export async function listAnswers(reader: Reader, attemptId: AttemptId): Promise<StoredAnswer[]> {
  const rows = await reader.answer.findMany({ where: { attemptId }, orderBy: [{ savedAt: 'asc' }, { number: 'asc' }, { position: 'asc' }] });
  return rows.map(answerOf);
}
