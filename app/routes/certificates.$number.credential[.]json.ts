import type { LoaderFunctionArgs } from '@remix-run/node';
import { askerOf } from '~/certification/asker.server';
import { certificateAsked, fileResponse } from '~/certification/file-response.server';
import { credentialFile } from '~/certification/queries/certificate-files.server';

/** The signed credential, for its holder and for auditors and coordinators of its administration. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const certificate = await certificateAsked(params['number'], await askerOf(request));
  return fileResponse(await credentialFile(certificate));
}
