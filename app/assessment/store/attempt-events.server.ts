import type { JsonObject } from '~/kernel/canonical-json';
import { isJsonObject } from '~/kernel/canonical-json';
import type { AttemptId } from '~/kernel/ids';
import type { Reader } from '~/platform/db.server';
import type { RecordedEvent } from '../core/event-chain';

/** The record of an attempt, from its first event on. */
export async function listEvents(reader: Reader, attemptId: AttemptId): Promise<RecordedEvent[]> {
  const rows = await reader.attemptEvent.findMany({ where: { attemptId }, orderBy: { sequence: 'asc' } });
  return rows.map((row) => ({ ...row, attemptId, at: row.at.toISOString(), payload: payloadOf(row.payload) }));
}

function payloadOf(json: unknown): JsonObject {
  if (!isJsonObject(json)) throw new Error('An event of an attempt holds no payload');
  return json;
}
