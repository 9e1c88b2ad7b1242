import { gzipSync } from 'node:zlib';
import { systemActor } from '~/kernel/actor';
import { days, type Instant, later, minutes } from '~/kernel/instant';
import { appendToLedger } from '~/ledger/commands/append-to-ledger.server';
import { type Tx, withTransaction } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { newId } from '~/platform/random.server';
import { digestOfCredential } from '../core/credential-digest';
import { utcSecond } from '../core/credential-document';
import { secureDocument } from '../core/data-integrity';
import { encodeStatusList, statusBits, statusListCredential, statusListLength } from '../core/status-list';
import { formatListName, listUrl, type StatusListName } from '../core/status-lists';
import { countLists, insertEdition, lockStatusLists, placesSet } from '../store/status-lists.server';
import { issuerSigner, type IssuerSigner, platformIssuer } from './issuer-key.server';

/** A list is signed anew each day; an edition that somebody keeps back expires on the second. */
const validFor = days(2);
/** How long a reader may keep an edition before asking again. */
export const statusListTtl = minutes(5);
/** Foreign inspectors check the proof of a list as RDFC; one proof is enough for a list. */
const listSuites = ['eddsa-rdfc-2022'] as const;

/** Signs a new edition of every status list from the certificates as they stand, and records each in the ledger. */
export async function publishStatusLists(now: Instant): Promise<void> {
  await withTransaction('publish-status-lists', async (tx) => {
    await lockStatusLists(tx);
    const signer = await issuerSigner(tx, platformIssuer, now);
    const count = await countLists(tx);
    for (let number = 1; number <= count; number += 1) {
      await publishEdition(tx, { name: { purpose: 'revocation', number }, signer, now });
      await publishEdition(tx, { name: { purpose: 'suspension', number }, signer, now });
    }
  });
}

interface EditionToSign {
  readonly name: StatusListName;
  readonly signer: IssuerSigner;
  readonly now: Instant;
}

async function publishEdition(tx: Tx, { name, signer, now }: EditionToSign): Promise<void> {
  const bits = statusBits((await placesSet(tx, name)).map((place) => place % statusListLength));
  const document = statusListCredential({
    url: listUrl(env().origin, name),
    issuer: signer.did,
    purpose: name.purpose,
    encodedList: encodeStatusList(bits, (bytes) => new Uint8Array(gzipSync(bytes, { level: 9 }))),
    validFrom: utcSecond(now),
    validUntil: utcSecond(later(now, validFor)),
    ttlMilliseconds: statusListTtl,
  });
  const credential = await secureDocument({ ...signer, document, created: utcSecond(now), suites: listSuites });
  const id = newId('statusListEdition');
  const digest = digestOfCredential(credential);
  await insertEdition(tx, { id, list: formatListName(name), purpose: name.purpose, credential, digest, createdAt: now });
  await appendToLedger(tx, {
    type: 'status-list-published',
    record: { list: formatListName(name), purpose: name.purpose, digest, publishedAt: now.toISOString() },
    actor: systemActor,
    subjectId: id,
    recordedAt: now,
  });
}
