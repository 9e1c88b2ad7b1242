import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '~/kernel/canonical-json';
import { proveEntry } from '~/ledger/queries/prove-entry.server';
import { env } from '~/platform/env.server';
import { aCertificate, theLogCatchesUp } from '../../../tests/support/a-certificate';
import { useDatabase } from '../../../tests/support/database';
import { writeTrustFile } from '../commands/write-trust-file.server';
import { certificateBundle } from '../core/certificate-bundle';
import type { Trust } from '../core/trust';
import { currentTrust } from './current-trust.server';

useDatabase();
const elsewhere = mkdtempSync(join(tmpdir(), 'bluepost-elsewhere-'));
let credential: JsonObject;
let inclusionProof: string;
let trust: Trust;

beforeAll(async () => {
  const { certificate } = await aCertificate({ startedAt: new Date(Date.now() - 3_600_000) });
  await theLogCatchesUp(new Date());
  await writeTrustFile();
  const proof = await proveEntry(certificate.ledgerEntryId);
  if (!proof.ok) throw new Error(proof.refusal);
  ({ credential } = certificate);
  ({ inclusionFile: inclusionProof } = proof.value);
  trust = await currentTrust();
});
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** Runs the command as an auditor would, from another folder's files. */
function verify(files: Record<string, string | Uint8Array>, { dataDir = elsewhere, more = [] as string[] } = {}): Promise<{ code: number; said: string }> {
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(elsewhere, name), content);
    return join(elsewhere, name);
  });
  const [first = ''] = paths;
  const parameters = [resolve('node_modules/tsx/dist/cli.mjs'), 'scripts/verify.ts', first, ...more];
  return new Promise((done) => {
    execFile(process.execPath, parameters, { env: { ...process.env, DATA_DIR: dataDir } }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, said: out + err });
    });
  });
}

const bundle = () => JSON.stringify(certificateBundle({ credential, inclusionProof, statusLists: [], trust }));
const pinned = () => {
  writeFileSync(join(elsewhere, 'keys.json'), JSON.stringify(trust));
  return ['--trust', join(elsewhere, 'keys.json')];
};

test('the bare credential is enough beside the installation: keys and log are those of DATA_DIR', async () => {
  const { code, said } = await verify({ 'credential.json': JSON.stringify(credential) }, { dataDir: env().dataDir });
  expect(said).toContain('VALID: ');
  expect(said).toMatch(/holds +recorded-in-log/);
  expect(code).toBe(0);
}, 60_000);

test('elsewhere it takes the proof file beside it and the keys that were pinned', async () => {
  const files = { 'alone.json': JSON.stringify(credential), 'alone.json.tlog-proof': inclusionProof };
  expect(await verify(files, { more: pinned() })).toMatchObject({ code: 0 });
}, 60_000);

test('a bundle is enough with pinned keys; with its own it only agrees with itself', async () => {
  expect(await verify({ 'bundle.json': bundle() }, { more: pinned() })).toMatchObject({ code: 0 });
  const { code, said } = await verify({ 'bundle.json': bundle() });
  expect(code).toBe(1);
  expect(said).toContain('NONE PINNED');
  expect(said).toContain('agrees with itself');
}, 60_000);

test('a PDF is judged by the bundle it carries', async () => {
  const attachment = deflateSync(Buffer.from(bundle()));
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj\n2 0 obj\n<< >>\nstream\n'), attachment, Buffer.from('\nendstream\nendobj\n')]);
  expect(await verify({ 'certificate.pdf': pdf }, { more: pinned() })).toMatchObject({ code: 0 });
}, 60_000);

test('one changed letter, a missing proof, or a file that is none of it is a no', async () => {
  const changed = JSON.stringify({ ...credential, name: 'Everything' });
  expect(await verify({ 'changed.json': changed }, { dataDir: env().dataDir })).toMatchObject({ code: 1 });
  expect(await verify({ 'unproven.json': JSON.stringify(credential) }, { more: pinned() })).toMatchObject({ code: 1 });
  expect(await verify({ 'other.json': '{}' }, { dataDir: env().dataDir })).toMatchObject({ code: 1 });
}, 60_000);
