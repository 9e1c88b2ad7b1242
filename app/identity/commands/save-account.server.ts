import type { PersonId } from '~/kernel/ids';
import type { Locale } from '~/kernel/locale';
import { withTransaction } from '~/platform/db.server';
import { saveChoices } from '../store/people.server';

export interface Account {
  readonly personId: PersonId;
  /** Null for whatever the browser asks for. */
  readonly locale: Locale | null;
  readonly timeZone: string;
}

/** The person's own choices. The last one wins: nobody else writes them. */
export async function saveAccount(account: Account): Promise<void> {
  await withTransaction('save-account', (tx) => saveChoices(tx, account));
}
