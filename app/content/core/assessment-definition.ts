import type { Localized } from '~/kernel/locale';
import type { Fraction } from '~/kernel/points';

/** So many exam items of one outcome. */
export interface BlueprintLine {
  readonly outcome: string;
  readonly items: number;
}

/** What an assessment version says; frozen when published. */
export interface AssessmentDefinition {
  readonly code: string;
  readonly courseCode: string;
  readonly title: Localized;
  readonly passMark: Fraction;
  readonly timeLimitMinutes: number;
  readonly attempts: { readonly limit: number; readonly cooldownHours: number };
  readonly blueprint: readonly BlueprintLine[];
  /** What passing certifies, or null for an assessment without a certificate. */
  readonly certificate: CertificateTerms | null;
  /** The words of every outcome in the blueprint, for the result page. */
  readonly outcomes: Readonly<Record<string, Localized>>;
}

/** What a certificate says it certifies, frozen into each one. */
export interface CertificateTerms {
  readonly title: Localized;
  readonly scope: Localized;
  readonly limits: Localized;
  readonly criteria: Localized;
  readonly validityMonths: number;
}
