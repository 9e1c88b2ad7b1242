import type { AdministrationId, AttemptId, AssessmentVersionId, PersonId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Localized } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';
import { listRunning } from '../store/attempts.server';
import { frozenAssessment } from './frozen-assessment.server';

export interface OpenAttempt {
  readonly attemptId: AttemptId;
  readonly personId: PersonId;
  readonly assessmentVersionId: AssessmentVersionId;
  readonly assessmentCode: string;
  readonly title: Localized;
  readonly state: 'inProgress' | 'suspended';
  readonly startedAt: Instant;
  readonly deadlineAt: Instant;
}

/** Sittings that run or are suspended, oldest first: a person's own, to lead back to them, or an administration's, for its staff. */
export async function openAttempts(reader: Reader, of: { readonly personId: PersonId } | { readonly administrationId: AdministrationId }): Promise<OpenAttempt[]> {
  const running = await listRunning(reader, of);
  return Promise.all(
    running.map(async (attempt) => {
      const { code, title } = await frozenAssessment(reader, attempt.assessmentVersionId);
      return { ...attempt, assessmentCode: code, title };
    }),
  );
}
