import { type AdministrationId, type AssessmentVersionId, type AttemptId, type IdKind, type Id, type PersonId, parseId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { type Locale, parseLocale } from '~/kernel/locale';
import { type AttemptStanding, parseStanding } from '../core/attempt';
import { attemptMachineVersion } from '../core/attempt-machine';
import type { AttemptProgress } from '../core/attempt-progress';

/** The columns of an attempt but its form, which never changes and is read once (`attempt-forms.server.ts`). */
export interface AttemptColumns {
  readonly id: string;
  readonly assessmentId: string;
  readonly assessmentVersionId: string;
  readonly personId: string;
  readonly administrationId: string;
  readonly number: number;
  readonly locale: string;
  readonly state: string;
  readonly context: unknown;
  readonly machineVersion: number;
  readonly revision: number;
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  readonly finishedAt: Date | null;
  readonly chainHead: string;
  readonly chainLength: number;
}

/** One sitting as stored, parsed. */
export interface Attempt {
  readonly attemptId: AttemptId;
  readonly assessmentId: string;
  readonly assessmentVersionId: AssessmentVersionId;
  readonly personId: PersonId;
  readonly administrationId: AdministrationId;
  readonly number: number;
  readonly locale: Locale;
  readonly standing: AttemptStanding;
  readonly revision: number;
  readonly startedAt: Instant;
  readonly deadlineAt: Instant;
  readonly finishedAt: Instant | null;
  readonly chainHead: string;
  readonly chainLength: number;
}

/** @throws Error when the row is not what this version of the platform writes */
export function attemptOf(row: AttemptColumns): Attempt {
  const locale = parseLocale(row.locale);
  if (!locale) throw new Error(`Attempt ${row.id} is in an unknown language`);
  if (row.machineVersion !== attemptMachineVersion) throw new Error(`Attempt ${row.id} was made by another machine`);
  return {
    attemptId: stored('attempt', row.id),
    assessmentId: row.assessmentId,
    assessmentVersionId: stored('assessmentVersion', row.assessmentVersionId),
    personId: stored('person', row.personId),
    administrationId: stored('administration', row.administrationId),
    number: row.number,
    locale,
    standing: parseStanding(row),
    revision: row.revision,
    startedAt: row.startedAt,
    deadlineAt: row.deadlineAt,
    finishedAt: row.finishedAt,
    chainHead: row.chainHead,
    chainLength: row.chainLength,
  };
}

/** An attempt at the beginning of a command. */
export function progressOf({ attemptId, standing, chainHead, chainLength }: Attempt): AttemptProgress {
  return { attemptId, standing, chain: { head: chainHead, length: chainLength }, newEvents: [] };
}

/** An id as a row holds it. @throws Error when it is not one */
export function stored<Kind extends IdKind>(kind: Kind, text: string): Id<Kind> {
  const id = parseId(kind, text);
  if (!id) throw new Error(`A row holds ${text} where an id of the kind ${kind} belongs`);
  return id;
}
