import type { AttemptId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import { type AttemptForm, parseAttemptForm } from '../core/attempt-form';
import { RecentlyUsed } from './recently-used.server';

/** A form of twenty questions takes about 10 kB here; this is every trainee who sits at the same time, and then some. */
const recent = new RecentlyUsed<AttemptForm>(1000);

/**
 * What an attempt shows. The database refuses to change it, so it is read and parsed once per process.
 * @throws Error when there is no such attempt
 */
export async function getForm(reader: Reader, attemptId: AttemptId): Promise<AttemptForm> {
  const [form] = await getForms(reader, [attemptId]);
  if (!form) throw new Error(`There is no attempt ${attemptId}`);
  return form;
}

/** The forms of these attempts, in the same order, with one query for those not read before. @throws Error when one is missing */
export async function getForms(reader: Reader, attemptIds: readonly AttemptId[]): Promise<AttemptForm[]> {
  const found = new Map(attemptIds.map((id) => [id, recent.get(id)]));
  const missing = attemptIds.filter((id) => !found.get(id));
  if (missing.length > 0) {
    const rows = await reader.$queryRaw<{ id: AttemptId; form: unknown }[]>`
      SELECT "id", "form" FROM "Attempt" WHERE "id" = ANY(${missing}::text[])`;
    for (const row of rows) {
      const form = parseAttemptForm(row.form);
      recent.set(row.id, form);
      found.set(row.id, form);
    }
  }
  return attemptIds.map((id) => {
    const form = found.get(id);
    if (!form) throw new Error(`There is no attempt ${id}`);
    return form;
  });
}
