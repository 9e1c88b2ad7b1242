import type { Instant } from '~/kernel/instant';
import type { ModuleOnPage } from './course-contents';
import type { Progress } from './progress';

/** A course as its page shows it: in the edition of the person, or in the newest one. */
export interface CoursePage {
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly edition: { readonly number: number; readonly publishedAt: Instant; readonly newerIsOut: boolean };
  readonly modules: readonly ModuleOnPage[];
  readonly outcomes: readonly string[];
  readonly certificate: CertificateOnPage | null;
  readonly assessments: readonly { readonly code: string; readonly title: string }[];
  /** Null for those who are not on the course. */
  readonly progress: Pick<Progress, 'read' | 'total' | 'minutesLeft'> | null;
  /** The address of the first lesson that is not read; the first one of all when every one is. */
  readonly continueAt: string | null;
}

export interface CertificateOnPage {
  readonly title: string;
  readonly scope: string;
  readonly limits: string;
  readonly criteria: string;
  readonly validityMonths: number;
}
