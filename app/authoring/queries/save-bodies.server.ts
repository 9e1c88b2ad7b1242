import type { SaveDraftResult } from '~/authoring/commands/save-draft.server';
import type { Draft } from '~/authoring/core/draft';
import type { SavedAnswer } from '~/authoring/core/save-answer';
import { personNames } from '~/identity/queries/person-names.server';
import { canonicalJson, type Json } from '~/kernel/canonical-json';
import type { Reader } from '~/platform/db.server';

/** The receipt of a save. The document comes back only where the gate stored it otherwise than it was sent. */
export function savedBody(draft: Draft, sent: unknown): SavedAnswer {
  const isAsSent = canonical(sent) === canonical(draft.document);
  return { revision: draft.revision, savedAt: draft.updatedAt.toISOString(), document: isAsSent ? null : draft.document };
}

/** Both texts of a conflict side by side. */
export async function conflictBody(reader: Reader, { yours, theirs }: Extract<SaveDraftResult, { refusal: 'draft-out-of-date' }>) {
  const { revision, title, summary, document, updatedAt } = theirs.draft;
  const names = await personNames(reader, [theirs.writerId]);
  const by = names.get(theirs.writerId) ?? theirs.writerId;
  return { refusal: 'draft-out-of-date' as const, yours, theirs: { revision, title, summary, document, by, at: updatedAt.toISOString() } };
}

function canonical(value: unknown): string {
  const json: Json = JSON.parse(JSON.stringify(value));
  return canonicalJson(json);
}
