import { localeOf } from '~/identity/request-locale.server';
import type { Locale } from '~/kernel/locale';
import { now } from '~/platform/clock.server';
import { refusalResponse } from '~/platform/http/problem.server';
import { parseCertificateNumber } from './core/certificate-number';
import type { VerificationReport } from './core/verification-report';
import { messages } from './messages';
import { countMiss, waitAfterMisses } from './queries/lookup-limit.server';
import { verification } from './queries/verification.server';

/** What is known of the number in an address; `report` is null for a number that was never issued, or is none. */
export interface Lookup {
  readonly typed: string;
  readonly locale: Locale;
  readonly report: VerificationReport | null;
}

/** Looks a number up. @throws Response 429 for an address that keeps asking for numbers that are not there */
export async function lookUp(request: Request, typed: string): Promise<Lookup> {
  const locale = localeOf(request);
  const at = now();
  const number = parseCertificateNumber(typed);
  const report = number && (await verification(number, at));
  if (!report) refuseGuessing(request, at);
  return { typed: typed.slice(0, 60), locale, report };
}

/** Counts a miss of this address. @throws Response 429 when there were too many */
export function refuseGuessing(request: Request, at: Date): void {
  const address = request.headers.get('x-client-address') ?? 'unknown';
  const wait = waitAfterMisses(address, at);
  if (wait === null) return countMiss(address, at);
  const title = messages.translator(localeOf(request))('refusal.too-many-lookups');
  throw refusalResponse(request, { status: 429, refusal: 'too-many-lookups', title, headers: { 'Retry-After': String(wait) } });
}

/** 404 for a JSON client that asked for a number which was never issued. */
export function unknownNumber(request: Request): Response {
  const title = messages.translator(localeOf(request))('answer.unknown.title');
  return refusalResponse(request, { status: 404, refusal: 'certificate-unknown', title });
}
