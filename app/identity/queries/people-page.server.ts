import type { Role } from '~/kernel/actor';
import type { AdministrationId } from '~/kernel/ids';
import { db } from '~/platform/db.server';
import type { ListedPerson } from '../core/views';
import { searchPeople } from '../store/people.server';

const pageSize = 25;

export interface PeopleAsked {
  readonly administrationId: AdministrationId;
  readonly text: string;
  readonly role: Role | null;
  /** From 1; a page beyond the last shows nobody. */
  readonly page: number;
}

export interface PeoplePage {
  readonly people: readonly ListedPerson[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export async function peoplePage(asked: PeopleAsked): Promise<PeoplePage> {
  const { people, total } = await searchPeople(db, { ...asked, pageSize });
  return { people, total, page: asked.page, pages: Math.max(1, Math.ceil(total / pageSize)) };
}
