import { decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { describe, expect, test } from 'vitest';
import { db } from '~/platform/db.server';
import { aCertificate, theLogCatchesUp } from '../../../tests/support/a-certificate';
import { aPerson } from '../../../tests/support/a-person';
import { minute } from '../../../tests/support/an-attempt';
import { useDatabase } from '../../../tests/support/database';
import { statusListContexts } from '../core/credential-contexts';
import { verifySecuredDocument } from '../core/data-integrity';
import { statusListLength } from '../core/status-list';
import { pinnedKeys } from '../core/trust';
import { currentTrust } from '../queries/current-trust.server';
import { statusListEdition } from '../queries/status-list.server';
import { pickStatusIndex } from '../store/status-lists.server';
import { withTransaction } from '~/platform/db.server';
import { decideOnCertificate } from './decide-on-certificate.server';
import { publishStatusLists } from './publish-status-lists.server';

const { sql } = useDatabase();
const revocation = { purpose: 'revocation', number: 1 } as const;

describe('a status list', () => {
  test('is signed by the platform, short-lived, and recorded in the ledger', async () => {
    await theLogCatchesUp(minute(0));
    await publishStatusLists(minute(1));
    const edition = await statusListEdition(revocation);
    const signed = await verifySecuredDocument({ document: edition!.credential, contexts: statusListContexts, suites: ['eddsa-rdfc-2022'], keys: pinnedKeys(await currentTrust()) });
    expect(signed.ok).toBe(true);
    expect(edition!.credential).toMatchObject({ id: 'http://localhost:3000/status/revocation-1', issuer: 'did:web:localhost%3A3000:issuers:platform', validUntil: '2026-11-26T10:01:00Z' });
    const entries = await sql(`SELECT o."record" FROM "LedgerEntry" e JOIN "LedgerOpening" o ON o."entryId" = e."id" WHERE e."type" = 'status-list-published'`);
    expect(entries.map(({ record }) => (record as { digest: string }).digest)).toContain(edition!.digest);
  });

  test('read by a foreign library says of each of its 131,072 places what we say', async () => {
    const { certificate, administration } = await aCertificate();
    const { actor } = await aPerson({ administrationId: administration.id, role: 'coordinator' });
    await aCertificate({ administration });
    await decideOnCertificate({ number: certificate.number, decision: 'revoke', reason: 'Issued in error.', replacedBy: null }, { actor, now: minute(50) });
    await publishStatusLists(minute(51));
    const { encodedList } = (await statusListEdition(revocation))!.credential['credentialSubject'] as { encodedList: string };
    const foreign = await decodeList({ encodedList });
    expect(foreign.length).toBe(statusListLength);
    const set = Array.from({ length: statusListLength }, (_, place) => place).filter((place) => foreign.getStatus(place));
    expect(set).toEqual([certificate.statusIndex]);
  });

  test('of an earlier day is still there to be asked', async () => {
    await publishStatusLists(minute(100));
    await publishStatusLists(minute(200));
    const then = await statusListEdition(revocation, minute(150));
    expect(then?.createdAt).toEqual(minute(100));
    expect(await statusListEdition(revocation, minute(-1000))).toBeNull();
  });
});

test('places are random, free, and go on in the next list when one is as good as full', async () => {
  const pick = (bytes: Uint8Array) => withTransaction('pick', (tx) => pickStatusIndex(tx, bytes));
  const taken = (await db.certificate.findFirstOrThrow({ select: { statusIndex: true } })).statusIndex;
  const bytesOf = (place: number) => [(place >> 16) & 255, (place >> 8) & 255, place & 255];
  expect(await pick(Uint8Array.from([...bytesOf(taken), ...bytesOf(77)]))).toBe(77);
  expect(await pick(Uint8Array.from(Array.from({ length: 16 }, () => bytesOf(taken)).flat()))).toBe(statusListLength + taken);
});
