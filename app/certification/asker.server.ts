import { requirePerson } from '~/identity/require.server';
import type { Asker } from './queries/certificate-files.server';

/** Whoever is signed in, as certificates look at people. @throws Response to sign in */
export async function askerOf(request: Request): Promise<Asker> {
  const { person, administration, roles } = await requirePerson(request);
  return { personId: person.id, administrationId: administration?.id ?? null, roles };
}
