import { randomBytes } from 'node:crypto';
import type { PersonActor, Role } from '~/kernel/actor';
import type { AdministrationId, PersonId, PostId } from '~/kernel/ids';
import type { Locale } from '~/kernel/locale';
import { hashPassword } from '~/identity/password-hash.server';
import { withTransaction } from '~/platform/db.server';
import { newId } from '~/platform/random.server';

interface Wanted {
  /** Left out for an operator. */
  readonly administrationId?: AdministrationId;
  readonly postId?: PostId;
  readonly role?: Role;
  readonly roles?: readonly Role[];
  readonly email?: string;
  readonly name?: string;
  readonly serviceNumber?: string;
  readonly locale?: Locale;
  readonly timeZone?: string;
  /** Without one the person has not set a password yet; hashing costs 30 ms, so ask for it only to sign in. */
  readonly password?: string;
}

export interface APerson {
  readonly id: PersonId;
  readonly email: string;
  readonly name: string;
  /** The person acting in the first role; for an operator the administration is missing. */
  readonly actor: PersonActor;
}

/** A person with roles (a trainee unless told otherwise). Roles are granted without a ledger entry: this is a starting point. */
export async function aPerson({ administrationId, role = 'trainee', roles = [role], password, ...details }: Wanted): Promise<APerson> {
  const id = newId('person');
  const email = details.email ?? `${randomBytes(6).toString('hex')}@service.example`;
  const name = details.name ?? 'Amina Kouyaté';
  const createdAt = new Date('2026-01-05T08:00:00Z');
  const passwordHash = password ? await hashPassword(password) : null;
  await withTransaction('a-person', async (tx) => {
    await tx.person.create({
      data: {
        id, email, name, createdAt, passwordHash,
        administrationId: administrationId ?? null,
        postId: details.postId ?? null,
        serviceNumber: details.serviceNumber ?? null,
        locale: details.locale ?? null,
        timeZone: details.timeZone ?? 'UTC',
      },
    });
    await tx.roleGrant.createMany({
      data: roles.map((held) => ({ id: newId('roleGrant'), personId: id, role: held, grantedBy: 'system', grantedAt: createdAt })),
    });
  });
  return { id, email, name, actor: { id, role: roles[0] ?? role, administrationId: administrationId as AdministrationId } };
}
