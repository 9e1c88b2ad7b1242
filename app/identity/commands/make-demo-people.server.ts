import type { AdministrationId, PostId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';
import { db, type Tx, withTransaction } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { newId } from '~/platform/random.server';
import { type DemoAdministration, demoAdministrations, demoOperator, demoPeople, type DemoPerson } from '../core/demo-people';
import { demoPassword } from '../core/password-rule';
import { hashPassword } from '../password-hash.server';
import { createAdministration, findAdministrationByCode } from '../store/administrations.server';
import { findKnownEmails } from '../store/people.server';
import { createPost, listPosts } from '../store/posts.server';
import { registerPerson } from './register-person.server';

/**
 * Makes the demo administrations, posts and people that are missing, and leaves those that are there as they are. Never in
 * production, whatever the settings say: their password is public. A second start is one query.
 */
export async function makeDemoPeople({ now }: { readonly now: Instant }): Promise<Result<{ readonly made: number }, 'demo-in-production'>> {
  if (env().production) return refused('demo-in-production');
  const known = await findKnownEmails(db, demoPeople.map(({ email }) => email));
  const missing = demoPeople.filter(({ email }) => !known.has(email));
  if (missing.length === 0) return done({ made: 0 });
  const hashes = new Map(await Promise.all(missing.map(async ({ email }) => [email, await hashPassword(demoPassword)] as const)));
  await withTransaction('make-demo-people', async (tx) => {
    for (const administration of demoAdministrations) await makeAdministration(tx, { administration, hashes, now });
    await makePerson(tx, { person: demoOperator, home: null, hashes, now });
  });
  return done({ made: missing.length });
}

interface Home {
  readonly id: AdministrationId;
  readonly timeZone: string;
  readonly posts: ReadonlyMap<string, PostId>;
}

interface Making {
  readonly hashes: ReadonlyMap<string, string>;
  readonly now: Instant;
}

async function makeAdministration(tx: Tx, { administration, hashes, now }: Making & { readonly administration: DemoAdministration }): Promise<void> {
  const { code, name, timeZone, people } = administration;
  await createAdministration(tx, { id: newId('administration'), code, name, createdAt: now });
  const there = await findAdministrationByCode(tx, code);
  if (!there) throw new Error(`The administration ${code} is missing although it was made`);
  const home = { id: there.id, timeZone, posts: await makePosts(tx, { administrationId: there.id, posts: administration.posts }) };
  for (const person of people) await makePerson(tx, { person, home, hashes, now });
}

async function makePosts(
  tx: Tx,
  { administrationId, posts }: { readonly administrationId: AdministrationId; readonly posts: DemoAdministration['posts'] },
): Promise<ReadonlyMap<string, PostId>> {
  const ids = new Map((await listPosts(tx, administrationId)).map(({ code, id }) => [code, id]));
  for (const { code, name, parent } of posts) {
    if (ids.has(code)) continue;
    const id = newId('post');
    await createPost(tx, { id, administrationId, parentId: parent === null ? null : (ids.get(parent) ?? null), code, name });
    ids.set(code, id);
  }
  return ids;
}

async function makePerson(tx: Tx, { person, home, hashes, now }: Making & { readonly person: DemoPerson; readonly home: Home | null }): Promise<void> {
  const passwordHash = hashes.get(person.email);
  if (!passwordHash) return;
  const { role, post, ...details } = person;
  const registered = await registerPerson(tx, {
    registration: {
      ...details,
      administrationId: home?.id ?? null,
      postId: post === null ? null : (home?.posts.get(post) ?? null),
      timeZone: home?.timeZone ?? 'UTC',
      passwordHash,
      roles: [role],
    },
    giver: { id: 'system', role: 'system', administrationId: null },
    now,
  });
  if (!registered.ok && registered.refusal !== 'email-taken') throw new Error(`The demo person ${person.email} was refused: ${registered.refusal}`);
}
