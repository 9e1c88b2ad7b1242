import { parseCertificateNumber } from './core/certificate-number';
import { type Asker, certificateFor, type CertificateFile } from './queries/certificate-files.server';
import type { Certificate } from './core/certificate';
import { notFound } from '~/platform/http/problem.server';

/** What is asked for in the address, for those who may have it. @throws Response 404 for everybody and everything else */
export async function certificateAsked(number: string | undefined, asker: Asker): Promise<Certificate> {
  const parsed = parseCertificateNumber(number);
  const certificate = parsed && (await certificateFor(parsed, asker));
  if (!certificate) throw notFound();
  return certificate;
}

/** A file to be saved, under its own name; 404 while there is none. */
export function fileResponse(file: CertificateFile | null): Response {
  if (!file) throw notFound();
  const { body, mime, name, digest } = file;
  return new Response(body, {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-cache',
      ETag: `"${digest}"`,
    },
  });
}
