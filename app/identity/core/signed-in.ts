import type { Actor, PersonActor, Role } from '~/kernel/actor';
import type { AdministrationId, PersonId, PostId } from '~/kernel/ids';
import type { Locale, Localized } from '~/kernel/locale';

export interface AdministrationSummary {
  readonly id: AdministrationId;
  readonly code: string;
  readonly name: Localized;
}

/** Who asks: a person with a session and at least one role. */
export interface SignedIn {
  readonly person: {
    readonly id: PersonId;
    readonly email: string;
    readonly name: string;
    /** The language the person chose, null for whatever the browser asks for. */
    readonly locale: Locale | null;
    /** IANA name, such as Africa/Lagos. */
    readonly timeZone: string;
  };
  /** Null for operators, who belong to none. */
  readonly administration: AdministrationSummary | null;
  readonly post: { readonly id: PostId; readonly code: string; readonly name: Localized } | null;
  /** In the order trainee, instructor, auditor, coordinator, operator; never empty. */
  readonly roles: readonly Role[];
  /** The person in the role that was asked for, else in the first one held. */
  readonly actor: SignedInActor;
}

export interface SignedInActor extends Actor {
  readonly id: PersonId;
  readonly role: Role;
  readonly administrationId: AdministrationId | null;
}

/** Somebody of an administration: any role but operator. */
export interface Member extends SignedIn {
  readonly administration: AdministrationSummary;
  readonly actor: PersonActor;
}

/** The operator: runs the platform, belongs to no administration, sees no exam content. */
export interface Operator extends SignedIn {
  readonly administration: null;
  readonly actor: SignedInActor & { readonly role: 'operator'; readonly administrationId: null };
}
