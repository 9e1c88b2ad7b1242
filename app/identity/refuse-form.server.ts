import { data } from '@remix-run/node';
import { refusalResponse, wantsJson } from '~/platform/http/problem.server';
import { type FormState, refusedForm } from './core/form-state';
import { messages } from './messages';
import { localeOf } from './request-locale.server';

interface RefusedForm {
  readonly status: number;
  readonly refusal: string;
  readonly fields?: readonly string[];
  /** What was typed. */
  readonly given: Readonly<Record<string, string | number | null>>;
  readonly retryAfterSeconds?: number | undefined;
}

/** A refused form as the answer of an action: filled as it was for a page, `application/problem+json` for a JSON client. */
export function refuseForm(request: Request, { status, refusal, fields = [], given, retryAfterSeconds }: RefusedForm) {
  const headers: Record<string, string> = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
  if (wantsJson(request)) throw refusalResponse(request, { status, refusal, title: refusalWords(request, { refusal, seconds: retryAfterSeconds }), headers, ...(fields.length > 0 && { fields }) });
  const form: FormState = refusedForm({ refusal, fields, given, seconds: retryAfterSeconds });
  return data({ form }, { status, headers });
}

/** A refusal of a form that holds nothing typed, as an error page or problem+json, to be thrown. */
export function refusalPage(request: Request, { status, refusal }: { readonly status: number; readonly refusal: string }): Response {
  return refusalResponse(request, { status, refusal, title: refusalWords(request, { refusal }) });
}

function refusalWords(request: Request, { refusal, seconds = 1 }: { readonly refusal: string; readonly seconds?: number | undefined }): string {
  const t = messages.translator(localeOf(request));
  const key = `refusal.${refusal}`;
  return messages.has(key) ? t(key, { seconds }) : t('wrong.form');
}

/** `readForm` tells a wrong content type from a wrong field. */
export function badFormStatus(refusal: 'bad-input' | 'wrong-content-type'): 400 | 415 {
  return refusal === 'bad-input' ? 400 : 415;
}

/** `headers` of a page whose form may be refused: the wait passes on, and a shared machine keeps no copy. */
export function formPageHeaders({ actionHeaders }: { readonly actionHeaders: Headers }): HeadersInit {
  const retryAfter = actionHeaders.get('Retry-After');
  return { 'Cache-Control': 'no-store', ...(retryAfter !== null && { 'Retry-After': retryAfter }) };
}
