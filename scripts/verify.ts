/**
 * `npm run verify -- FILE… [--trust FILE]` checks certificates offline: a credential, a bundle or a certificate PDF. It prints
 * each step and what it proves, and exits with 0 only when all hold under keys that were pinned before.
 */
import { parseArgs } from 'node:util';
import type { Presented } from '~/certification/core/certificate-bundle';
import type { Trust } from '~/certification/core/trust';
import { verifyCredential, type StepName, type VerificationStep } from '~/certification/core/verify-credential';
import { gunzipUpTo, proofFromLocalLog, readPresentedFile, readProofBeside, readTrustFile } from '~/certification/queries/presented-file.server';
import { configure, readEnv } from '~/platform/env.server';

const proves: Record<StepName, string> = {
  'is-a-certificate': 'it is a Verifiable Credential 2.0 and an Open Badges 3.0 credential',
  'signed-by-issuer': 'the issuer signed exactly this text, twice, and nobody changed it since',
  'in-force': 'today lies between the dates it names',
  'recorded-in-log': 'exactly this certificate stands in the public log under the key of the log',
  'seen-by-witnesses': 'outsiders saw the log as it is here, so it was not made for one reader',
  'not-revoked': 'the issuer had not withdrawn it when the status list was signed',
  'not-suspended': 'the issuer had not suspended it when the status list was signed',
};
const marks = { holds: 'holds      ', fails: 'FAILS      ', 'not-checked': 'not checked' } as const;

const say = (line: string) => process.stdout.write(`${line}\n`);
const { values, positionals } = parseArgs({ allowPositionals: true, options: { trust: { type: 'string' } } });
if (positionals.length === 0) {
  process.stderr.write('Usage: npm run verify -- FILE… [--trust FILE]\n');
  process.exit(2);
}
configure(readEnv({ DATA_DIR: process.env['DATA_DIR'] }));
const pinned = readTrustFile(values.trust ?? null);
if (!pinned.ok) {
  process.stderr.write(`The trusted keys could not be read: ${pinned.refusal}\n`);
  process.exit(2);
}

let allHold = true;
for (const path of positionals) allHold = (await verifyFile(path)) && allHold;
process.exitCode = allHold ? 0 : 1;

async function verifyFile(path: string): Promise<boolean> {
  say(`\n${path}`);
  const presented = readPresentedFile(path);
  if (!presented.ok) return conclude(false, `it could not be read as a certificate (${presented.refusal})`);
  const trust = pinned.ok ? (pinned.value?.trust ?? null) : null;
  if (trust) say(`  Keys: pinned in ${pinned.ok ? pinned.value?.path : ''}`);
  else sayUnpinned(presented.value);
  const believed = trust ?? presented.value.trust;
  if (!believed) return conclude(false, 'without trusted keys nothing can be checked');
  const steps = await verifySteps(path, presented.value, believed);
  if (!steps.valid) return conclude(false, 'it is NOT to be accepted');
  if (!trust) return conclude(false, 'it agrees with itself, but nothing shows who made it: pin the keys of the issuer with --trust');
  return conclude(true, steps.complete ? 'every step holds' : 'it is genuine; steps marked "not checked" need status lists or witnesses, which this file has not');
}

async function verifySteps(path: string, presented: Presented, trust: Trust): Promise<{ valid: boolean; complete: boolean }> {
  const inclusionProof = presented.inclusionProof ?? readProofBeside(path) ?? (await proofFromLocalLog(presented));
  const { valid, steps, log } = await verifyCredential({ ...presented, inclusionProof, trust, gunzip: gunzipUpTo, now: new Date() });
  for (const step of steps) say(line(step));
  if (log) say(`  Entry ${log.index} of a log of ${log.size} entries.`);
  return { valid, complete: steps.every(({ outcome }) => outcome === 'holds') };
}

function sayUnpinned({ trust }: Presented): void {
  say('  Keys: NONE PINNED. Neither --trust nor DATA_DIR/trust.json names the keys to believe.');
  if (trust) say('  The keys below come out of the file itself. Whoever makes a false file puts false keys into it.');
}

function line({ name, outcome, refusal }: VerificationStep): string {
  return `  ${marks[outcome]}  ${name.padEnd(18)} ${outcome === 'holds' ? `proves that ${proves[name]}` : `(${refusal}) would prove that ${proves[name]}`}`;
}

function conclude(holds: boolean, because: string): boolean {
  say(`  ${holds ? 'VALID' : 'NOT VALID'}: ${because}`);
  return holds;
}
