import { utf8 } from '~/kernel/bytes';
import { replaceFile } from '~/platform/durable-file.server';
import { currentTrust } from '../queries/current-trust.server';
import { trustFile } from '../queries/presented-file.server';

/**
 * Writes the keys that verifiers pin to DATA_DIR/trust.json, for `npm run verify` beside this installation and to be handed to
 * whoever checks certificates elsewhere. Done at start and whenever an issuer has a new key.
 */
export async function writeTrustFile(): Promise<void> {
  await replaceFile(trustFile(), utf8(`${JSON.stringify(await currentTrust(), null, 2)}\n`));
}
