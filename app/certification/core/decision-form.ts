import { z } from 'zod';
import { certificateDecisions } from './certificate-machine';
import { type CertificateNumber, parseCertificateNumber } from './certificate-number';

const replacement = z.string().max(60).optional().transform((text, context): CertificateNumber | null => {
  if (text === undefined || text.trim() === '') return null;
  const number = parseCertificateNumber(text);
  if (number === null) context.addIssue('not a certificate number');
  return number;
});

/** What a coordinator sends to decide about a certificate. A reason is always needed: the holder and every auditor read it. */
export const decisionForm = z
  .object({ decision: z.enum(certificateDecisions), reason: z.string().trim().min(10).max(2000), replacedBy: replacement })
  .refine(({ decision, replacedBy }) => decision !== 'supersede' || replacedBy !== null, { path: ['replacedBy'] });
