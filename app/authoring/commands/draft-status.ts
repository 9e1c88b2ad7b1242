import type { NotReadyRefusal } from '~/authoring/core/draft';
import type { PublicationRefusal } from '~/authoring/core/publication';
import type { DocumentRefusal } from '~/content/rich-text/check-document';

/** The answer of HTTP to each refusal that more than one command of the studio can give. */
export const documentStatus = {
  'document-too-large': 413,
  'document-too-deep': 400,
  'document-malformed': 400,
  'document-address-refused': 400,
  'document-alt-missing': 400,
  'document-media-unknown': 400,
  'document-item-unknown': 400,
  'document-source-unknown': 400,
  'document-term-unknown': 400,
} satisfies Record<DocumentRefusal, number>;

export const publicationStatus = {
  'draft-closed': 409,
  'draft-in-review': 409,
  'draft-not-in-review': 409,
  'draft-not-approved': 409,
  'draft-not-published': 409,
  'draft-not-ready': 409,
  'not-your-draft': 403,
  'approver-is-author': 403,
  'document-changed': 409,
} satisfies Record<PublicationRefusal, number>;

export const notReadyStatus = {
  'title-missing': 400,
  'summary-missing': 400,
  'document-empty': 400,
} satisfies Record<NotReadyRefusal, number>;

export const seenDraftStatus = { 'draft-unknown': 404, 'draft-out-of-date': 409 } as const;
