import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { configure, readEnv } from './env.server';
import { listOutbox, readOutbox, sendMail } from './mail.server';

let dataDir: string;
const at = new Date('2026-11-24T09:00:00Z');
const mail = { to: 'amina@aurelia.example', subject: 'Votre compte à valider', text: 'Bonjour,\n\nhttps://learn.example/set-password/abc\n', at };

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'bluepost-mail-'));
  configure(readEnv({ DATA_DIR: dataDir, ORIGIN: 'https://learn.example' }));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('without a mail server a mail waits as a file that any mail program opens, readable for the owner alone', async () => {
  await sendMail(mail);
  const [name = ''] = readdirSync(join(dataDir, 'outbox')).filter((file) => file.endsWith('.eml'));
  const eml = readFileSync(join(dataDir, 'outbox', name), 'utf8');
  expect(eml).toMatch(/^From: Bluepost <no-reply@learn\.example>\r$/m);
  expect(eml).toMatch(/^To: amina@aurelia\.example\r$/m);
  expect(eml).toMatch(/^Message-ID: <[0-9a-f]{32}@learn\.example>\r$/m);
  expect(statSync(join(dataDir, 'outbox', name)).mode & 0o077).toBe(0);
});

test('sent twice, it waits once', async () => {
  await sendMail(mail);
  await sendMail({ ...mail, at: new Date('2026-11-24T09:05:00Z') });
  expect(await listOutbox({ atMost: 10 })).toHaveLength(1);
});

test('the outbox shows the latest mails first and each by its id', async () => {
  await sendMail(mail);
  const [kept] = await listOutbox({ atMost: 10 });
  expect(kept).toMatchObject(mail);
  expect(await readOutbox(kept?.id ?? '')).toMatchObject(mail);
  expect(await readOutbox('../../etc/passwd')).toBeNull();
  expect(await readOutbox('0'.repeat(32))).toBeNull();
});

test('a recipient with a line break cannot add headers', async () => {
  await sendMail({ ...mail, subject: 'Hello\r\nBcc: all@evil.example' });
  const [name = ''] = readdirSync(join(dataDir, 'outbox')).filter((file) => file.endsWith('.eml'));
  expect(readFileSync(join(dataDir, 'outbox', name), 'utf8')).not.toMatch(/^Bcc:/m);
});

test('with a mail server it is handed over', async () => {
  const said: string[] = [];
  const server = smtpServer(said);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  configure(readEnv({ DATA_DIR: dataDir, SMTP_URL: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` }));
  await sendMail(mail);
  server.close();
  expect(said.join('')).toContain('RCPT TO:<amina@aurelia.example>');
  expect(said.join('')).toContain('To: amina@aurelia.example');
});

/** As much of RFC 5321 as one mail needs. */
function smtpServer(said: string[]): Server {
  return createServer((socket) => {
    let inData = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      said.push(text);
      if (inData) {
        if (!text.endsWith('\r\n.\r\n')) return;
        inData = false;
        socket.write('250 kept\r\n');
      } else if (text.startsWith('DATA')) {
        inData = true;
        socket.write('354 go on\r\n');
      } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n');
      else socket.write('250 test\r\n');
    });
  });
}
