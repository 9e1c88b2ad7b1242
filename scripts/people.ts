/**
 * People from the command line of the machine: the first ones of a real installation, and help for who is locked out. Prints a
 * one-time link, or asks for a password at a terminal; never takes one as an argument, where the shell would remember it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { addPersonByHand, changeRoleByHand, makeLinkByHand } from '../app/identity/commands/manage-by-hand.server';
import { fields } from '../app/identity/core/fields';
import { checkPassword } from '../app/identity/core/password-rule';
import { hashPassword } from '../app/identity/password-hash.server';
import { everybody } from '../app/identity/queries/everybody.server';
import { now } from '../app/platform/clock.server';
import { connectDatabase, disconnectDatabase } from '../app/platform/db.server';
import { databaseUrlFile, startEmbeddedPostgres } from '../app/platform/embedded-postgres.server';
import { configure, type Env, readEnv } from '../app/platform/env.server';
import { applyMigrations } from '../app/platform/migrations.server';
import { askPassword } from './ask-password';

const usage = `Usage:
  npm run people -- add --email E-MAIL --name "NAME" --role ROLE [--administration CODE] [--administration-name "NAME"]
                        [--administration-name-fr "NOM"] [--post CODE] [--time-zone ZONE] [--password]
  npm run people -- link --email E-MAIL
  npm run people -- give --email E-MAIL --role ROLE
  npm run people -- end  --email E-MAIL --role ROLE
  npm run people -- list

Roles: trainee, instructor, auditor, coordinator, operator. Everybody but an operator needs --administration; with
--administration-name it is made when it is missing. --password asks for a password instead of printing a link.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    administration: { type: 'string' },
    'administration-name': { type: 'string' },
    'administration-name-fr': { type: 'string' },
    post: { type: 'string' },
    'time-zone': { type: 'string' },
    password: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

const added = z.object({
  email: fields.email,
  name: fields.name,
  role: fields.role,
  administration: fields.code.optional(),
  'administration-name': fields.name.optional(),
  'administration-name-fr': fields.name.optional(),
  post: fields.code.optional(),
  'time-zone': fields.timeZone.default('UTC'),
});

/** What the person at the terminal is told; exit 1. */
class Refused extends Error {}

function read<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => `--${path.join('.')}`))];
  throw new Refused(`Missing or wrong: ${wrong.join(', ')}\n\n${usage}`);
}

async function add(): Promise<string> {
  const given = read(added);
  const nameEn = given['administration-name'];
  const outcome = await addPersonByHand(
    {
      email: given.email,
      name: given.name,
      role: given.role,
      administrationCode: given.administration ?? null,
      administrationName: nameEn === undefined ? null : { en: nameEn, fr: given['administration-name-fr'] ?? nameEn },
      postCode: given.post ?? null,
      timeZone: given['time-zone'],
      passwordHash: values.password ? await chosenPassword(given.email) : null,
    },
    { now: now() },
  );
  if (!outcome.ok) throw new Refused(`Not added: ${outcome.refusal}`);
  return outcome.value.link === null ? `Added. ${given.email} can sign in now.` : `Added. This link sets the password, once, within 72 hours:\n${outcome.value.link}`;
}

async function chosenPassword(email: string): Promise<string> {
  const password = await askPassword('Password (not shown): ');
  if (password === null) throw new Refused('--password asks at a terminal, and this is none. Leave it out to get a link.');
  const acceptable = checkPassword({ password, email });
  if (!acceptable.ok) throw new Refused(`Not a password to rely on: ${acceptable.refusal}`);
  return hashPassword(acceptable.value);
}

async function link(): Promise<string> {
  const outcome = await makeLinkByHand(read(z.object({ email: fields.email })), { now: now() });
  if (!outcome.ok) throw new Refused(`No link: ${outcome.refusal}`);
  return `This link sets the password, once, within 72 hours:\n${outcome.value.link}`;
}

async function changeRole(change: 'give' | 'end'): Promise<string> {
  const given = read(z.object({ email: fields.email, role: fields.role }));
  const outcome = await changeRoleByHand({ ...given, change }, { now: now() });
  if (!outcome.ok) throw new Refused(`Nothing changed: ${outcome.refusal}`);
  return change === 'give' ? `${given.email} is ${given.role} now.` : `${given.email} is no longer ${given.role}.`;
}

async function list(): Promise<string> {
  const rows = (await everybody()).map(({ email, name, roles, administrationCode }) => [email, name, roles.join(', '), administrationCode ?? '(the platform)']);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n') || 'Nobody can sign in yet.';
}

const verbs: Readonly<Record<string, () => Promise<string>>> = { add, link, list, give: () => changeRole('give'), end: () => changeRole('end') };

/** DATABASE_URL, the embedded database of the running server, or one started for this command alone. */
async function findDatabase(env: Env): Promise<{ url: string; stop: () => Promise<void> }> {
  if (env.databaseUrl) return { url: env.databaseUrl, stop: async () => undefined };
  const file = databaseUrlFile(env.dataDir);
  if (existsSync(file)) {
    const url = readFileSync(file, 'utf8').trim();
    if (await answers(url)) return { url, stop: async () => undefined };
  }
  return startEmbeddedPostgres({ dataDir: env.dataDir });
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  const connected = await client.connect().then(() => true, () => false);
  await client.end().catch(() => undefined);
  return connected;
}

async function main(): Promise<void> {
  const [verb = ''] = positionals;
  const run = verbs[verb];
  if (values.help || !run || positionals.length !== 1) throw new Refused(usage);
  const env = readEnv(process.env);
  configure(env);
  const database = await findDatabase(env);
  try {
    await applyMigrations(database.url);
    connectDatabase({ url: database.url, connections: 2 });
    console.log(await run());
  } finally {
    await disconnectDatabase();
    await database.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
