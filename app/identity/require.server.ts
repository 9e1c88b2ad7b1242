import { redirect } from '@remix-run/node';
import type { Role } from '~/kernel/actor';
import { forgetInRequest, oncePerRequest } from '~/platform/http/request-scope.server';
import { refusalResponse, wantsJson } from '~/platform/http/problem.server';
import type { Member, Operator, SignedIn } from './core/signed-in';
import { messages } from './messages';
import { localeOf } from './request-locale.server';
import { sessionToken } from './session-cookie.server';
import { whoseSession } from './store/sessions.server';

const onceKey = 'identity.signed-in';

/** Who asks, null for a stranger. One query, once per request. */
export function optionalPerson(request: Request): Promise<SignedIn | null> {
  const token = sessionToken(request);
  if (!token) return Promise.resolve(null);
  return oncePerRequest(onceKey, () => whoseSession(token));
}

/** To be called when a request itself has signed somebody in or out, before anything else of it asks who is there. */
export function forgetWhoAsks(): void {
  forgetInRequest(onceKey);
}

/**
 * Who asks. `actor` is the person in the first role held.
 * @throws Response to sign in: a redirect for a page that is looked at, else 401
 */
export async function requirePerson(request: Request): Promise<SignedIn> {
  const signedIn = await optionalPerson(request);
  if (signedIn) return signedIn;
  throw signInFirst(request);
}

/**
 * Who asks, acting in this role. Everybody but an operator comes with an administration.
 * @throws Response to sign in, or 403 for people without the role
 */
export async function requireRole<const Asked extends Role>(request: Request, role: Asked): Promise<Asked extends 'operator' ? Operator : Member>;
export async function requireRole(request: Request, role: Role): Promise<Operator | Member> {
  const signedIn = await requirePerson(request);
  const inRole = actingAs(signedIn, role);
  if (inRole) return inRole;
  throw refusal(request, { status: 403, name: 'role-missing', signedIn });
}

/** The person acting in this role, null when it is not held. */
export function actingAs(signedIn: SignedIn, role: Role): Operator | Member | null {
  if (!signedIn.roles.includes(role)) return null;
  const { id } = signedIn.person;
  const { administration } = signedIn;
  if (role === 'operator') return { ...signedIn, administration: null, actor: { id, role, administrationId: null } };
  return administration && { ...signedIn, administration, actor: { id, role, administrationId: administration.id } };
}

function signInFirst(request: Request): Response {
  const looking = request.method === 'GET' || request.method === 'HEAD';
  if (!looking || wantsJson(request)) return refusal(request, { status: 401, name: 'sign-in-needed', signedIn: null });
  const { pathname, search } = new URL(request.url);
  return redirect(`/login?next=${encodeURIComponent(`${pathname}${search}`)}`);
}

interface Refused {
  readonly status: number;
  readonly name: 'sign-in-needed' | 'role-missing';
  readonly signedIn: SignedIn | null;
}

function refusal(request: Request, { status, name, signedIn }: Refused): Response {
  const t = messages.translator(localeOf(request, signedIn));
  return refusalResponse(request, { status, refusal: name, title: t(`refusal.${name}`) });
}
