import type { AttemptOutcome } from '~/assessment/core/outcome';
import type { CertificateTerms } from '~/content/core/assessment-definition';

/** What a certificate of the plastic waste exam certifies. */
export const plasticWasteTerms: CertificateTerms = {
  title: { en: 'Plastic waste at the border: Basel entries', fr: 'Déchets plastiques à la frontière : rubriques de Bâle' },
  scope: {
    en: 'Telling the Basel entries Y48, A3210 and B3011 apart on documents and goods.',
    fr: 'Distinguer les rubriques Y48, A3210 et B3011 de la Convention de Bâle sur documents et marchandises.',
  },
  limits: {
    en: 'Does not authorise sampling or laboratory analysis.',
    fr: 'N’autorise ni le prélèvement d’échantillons ni l’analyse en laboratoire.',
  },
  criteria: {
    en: 'At least 70 % of the points in a timed examination.',
    fr: 'Au moins 70 % des points à un examen en temps limité.',
  },
  validityMonths: 24,
};

/** An attempt that passed with 8 of 10 points, but for what is given. */
export function anOutcome(given: Partial<AttemptOutcome> & { readonly validityMonths?: number } = {}): AttemptOutcome {
  const { validityMonths, ...over } = given;
  return {
    attemptId: 'att_00000000000000000000000001',
    attemptNumber: 1,
    personId: 'per_00000000000000000000000001',
    administrationId: 'adm_00000000000000000000000001',
    courseId: '0b6f0f3e-6d1c-4c55-8a39-3f3f1b1a2c01',
    courseCode: 'plastic-waste',
    assessmentId: '0b6f0f3e-6d1c-4c55-8a39-3f3f1b1a2c02',
    assessmentCode: 'plastic-waste-basel',
    assessmentVersionId: 'asv_00000000000000000000000001',
    locale: 'en',
    startedAt: new Date('2026-11-24T09:00:00Z'),
    finishedAt: new Date('2026-11-24T09:40:00Z'),
    gradeId: 'grd_00000000000000000000000001',
    points: 8,
    maxPoints: 10,
    passMark: { numerator: 7, denominator: 10 },
    passed: true,
    chainHead: 'ab'.repeat(32),
    certificate: { ...plasticWasteTerms, validityMonths: validityMonths ?? plasticWasteTerms.validityMonths },
    ...over,
  };
}
