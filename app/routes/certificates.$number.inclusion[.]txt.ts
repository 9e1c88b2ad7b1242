import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseCertificateNumber } from '~/certification/core/certificate-number';
import { fileResponse } from '~/certification/file-response.server';
import { inclusionFileOf } from '~/certification/queries/certificate-files.server';

/** The proof that a certificate is in the log: public, like the log, for whoever has the number. */
export async function loader({ params }: LoaderFunctionArgs) {
  const number = parseCertificateNumber(params['number']);
  return fileResponse(number && (await inclusionFileOf(number)));
}
