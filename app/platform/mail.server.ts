import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { replaceFile } from './durable-file.server';
import { env } from './env.server';

/** One mail of plain text. Two mails of the same words to the same person are one: each carries something that is its own. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** When it was written. */
  readonly at: Date;
}

/**
 * Sends a mail through SMTP_URL, or puts it into DATA_DIR/outbox when there is none. The Message-ID follows from the mail, so
 * that a repeated delivery is recognised by mail programs and, in the outbox, replaces itself.
 * @throws Error when the mail server cannot be reached or refuses; the job then tries again
 */
export async function sendMail(mail: Mail): Promise<void> {
  const id = idOf(mail);
  const { hostname } = new URL(env().origin);
  const message = {
    from: { name: 'Bluepost', address: `no-reply@${hostname}` },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    date: mail.at,
    messageId: `<${id}@${hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    // A text that somebody else may have typed must never be read as a file or fetched as an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const { smtpUrl } = env();
  if (smtpUrl) {
    const transport = nodemailer.createTransport(smtpUrl);
    await transport.sendMail(message);
    transport.close();
    return;
  }
  const printed = await nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(message);
  await keep(id, { eml: printed.message, mail });
}

/** Where mail waits for an operator when no mail server is set. */
function outbox(): string {
  return join(env().dataDir, 'outbox');
}

/** The .eml is for mail programs, the .json beside it for the list. The links in them open accounts: readable for the owner alone. */
async function keep(id: string, { eml, mail }: { readonly eml: unknown; readonly mail: Mail }): Promise<void> {
  await mkdir(outbox(), { recursive: true, mode: 0o700 });
  await replaceFile(join(outbox(), `${id}.eml`), z.instanceof(Buffer).parse(eml), { mode: 0o600 });
  await replaceFile(join(outbox(), `${id}.json`), Buffer.from(JSON.stringify(mail)), { mode: 0o600 });
}

function idOf({ to, subject, text }: Mail): string {
  return createHash('sha256').update(JSON.stringify([to, subject, text])).digest('hex').slice(0, 32);
}

export interface KeptMail extends Mail {
  readonly id: string;
}

const kept = z.object({ to: z.string(), subject: z.string(), text: z.string(), at: z.coerce.date() });
const idPattern = /^[0-9a-f]{32}$/;

/** The latest mails of the outbox, the newest first. */
export async function listOutbox({ atMost }: { readonly atMost: number }): Promise<KeptMail[]> {
  const ids = await keptIds();
  const dated = await Promise.all(ids.map(async (id) => ({ id, at: (await stat(pathOf(id))).mtimeMs })));
  const latest = dated.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, atMost);
  return Promise.all(latest.map(({ id }) => read(id)));
}

/** One mail of the outbox; null for an id that is none. */
export async function readOutbox(id: string): Promise<KeptMail | null> {
  return idPattern.test(id) && (await keptIds()).includes(id) ? read(id) : null;
}

async function keptIds(): Promise<string[]> {
  await mkdir(outbox(), { recursive: true, mode: 0o700 });
  const names = await readdir(outbox());
  return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).filter((id) => idPattern.test(id));
}

function pathOf(id: string): string {
  return join(outbox(), `${id}.json`);
}

async function read(id: string): Promise<KeptMail> {
  return { id, ...kept.parse(JSON.parse(await readFile(pathOf(id), 'utf8'))) };
}
