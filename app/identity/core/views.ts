import type { Role } from '~/kernel/actor';
import type { AdministrationId, PersonId, PostId } from '~/kernel/ids';
import type { Instant } from '~/kernel/instant';
import type { Locale, Localized } from '~/kernel/locale';
import type { Post } from './post-tree';
import type { AdministrationSummary } from './signed-in';

/** A person as lists and forms of the own administration show them. */
export interface ListedPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly serviceNumber: string | null;
  readonly locale: Locale | null;
  readonly timeZone: string;
  readonly revision: number;
  readonly administrationId: AdministrationId | null;
  readonly post: { readonly id: PostId; readonly name: Localized } | null;
  readonly roles: readonly Role[];
}

/** One stretch of holding a role. */
export interface HeldRole {
  readonly id: string;
  readonly role: Role;
  readonly grantedAt: Instant;
  readonly endedAt: Instant | null;
}

export interface StaffedPost extends Post {
  readonly people: number;
}

export interface CountedAdministration extends AdministrationSummary {
  readonly createdAt: Instant;
  readonly people: number;
  readonly posts: number;
}
