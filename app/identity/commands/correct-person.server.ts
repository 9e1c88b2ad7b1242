import type { PersonActor } from '~/kernel/actor';
import type { PersonId, PostId } from '~/kernel/ids';
import { done, refused, type Result } from '~/kernel/result';
import { type Tx, withTransaction } from '~/platform/db.server';
import { mayDo } from '../core/role-rules';
import type { ListedPerson } from '../core/views';
import { lockAdministration } from '../store/administrations.server';
import { claimEmail, findByServiceNumber, findPersonOf, hasPassword, savePerson } from '../store/people.server';
import { findPost } from '../store/posts.server';

export interface Correction {
  readonly personId: PersonId;
  /** Of the person when the form was shown: two coordinators do not overwrite each other. */
  readonly revision: number;
  readonly name: string;
  readonly serviceNumber: string | null;
  readonly email: string;
  readonly postId: PostId | null;
}

export type CorrectPersonRefusal =
  | 'person-not-found'
  | 'not-your-task'
  | 'changed-meanwhile'
  | 'email-taken'
  | 'email-settled'
  | 'service-number-taken'
  | 'post-not-found';

export const correctPersonStatus = {
  'person-not-found': 404,
  'not-your-task': 403,
  'changed-meanwhile': 409,
  'email-taken': 409,
  'email-settled': 409,
  'service-number-taken': 409,
  'post-not-found': 404,
} satisfies Record<CorrectPersonRefusal, number>;

/**
 * Corrects what a coordinator answers for: name and service number as certificates will show them, the post, and the e-mail as
 * long as the person has not set a password. Later the e-mail is how the person signs in, and a coordinator who could move it
 * could take the account over.
 */
export function correctPerson(correction: Correction, { actor }: { readonly actor: PersonActor }): Promise<Result<true, CorrectPersonRefusal>> {
  return withTransaction('correct-person', async (tx) => {
    if (!mayDo(actor.role, 'manage-people')) return refused('not-your-task');
    const { administrationId } = actor;
    const { personId, revision, ...change } = correction;
    await lockAdministration(tx, administrationId);
    const person = await findPersonOf(tx, { administrationId, personId });
    if (!person) return refused('person-not-found');
    const allowed = await checkCorrection(tx, { correction, person, administrationId });
    if (!allowed.ok) return allowed;
    return (await savePerson(tx, { personId, revision, change })) ? done(true) : refused('changed-meanwhile');
  });
}

interface Checked {
  readonly correction: Correction;
  readonly person: ListedPerson;
  readonly administrationId: PersonActor['administrationId'];
}

async function checkCorrection(tx: Tx, { correction, person, administrationId }: Checked): Promise<Result<true, CorrectPersonRefusal>> {
  const { personId, email, serviceNumber, postId } = correction;
  if (email !== person.email) {
    if (await hasPassword(tx, personId)) return refused('email-settled');
    if (!(await claimEmail(tx, email))) return refused('email-taken');
  }
  if (serviceNumber !== null) {
    const holder = await findByServiceNumber(tx, { administrationId, serviceNumber });
    if (holder !== null && holder !== personId) return refused('service-number-taken');
  }
  if (postId !== null && !(await findPost(tx, { administrationId, postId }))) return refused('post-not-found');
  return done(true);
}
