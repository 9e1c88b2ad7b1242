/**
 * What an auditor looks for and hopes not to find: gaps, starts without an end, certificates without a pass. Every one of these
 * counts must be zero; one that is not is a question somebody has to answer.
 */
export const absences = [
  'attempt-number-gap',
  'attempt-not-in-ledger',
  'ledger-without-attempt',
  'attempt-without-outcome',
  'grade-not-in-ledger',
  'pass-without-certificate',
  'certificate-without-pass',
  'certificate-after-failed-regrade',
  'certificate-not-in-ledger',
  'certificate-not-recorded',
  'certificate-without-document',
  'ledger-without-certificate',
] as const;
export type Absence = (typeof absences)[number];

export interface AbsenceFinding {
  readonly absence: Absence;
  readonly count: number;
  /** The first cases: ids of attempts or people, numbers of certificates. */
  readonly examples: readonly string[];
}

/** What the examples of a finding name. */
export function namedBy(absence: Absence): 'person' | 'attempt' | 'certificate' | 'ledger-entry' {
  if (absence === 'attempt-number-gap') return 'person';
  if (absence.startsWith('ledger-without')) return 'ledger-entry';
  return absence.startsWith('certificate') ? 'certificate' : 'attempt';
}
