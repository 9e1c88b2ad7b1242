/** Ids are not strings: each thing has its prefix, and an id is gained only by parsing or minting. */
export const idPrefixes = {
  administration: 'adm',
  post: 'pst',
  person: 'per',
  roleGrant: 'rol',
  courseVersion: 'cov',
  lessonVersion: 'lev',
  itemVersion: 'itv',
  assessmentVersion: 'asv',
  enrolment: 'enr',
  draft: 'drf',
  attempt: 'att',
  grade: 'grd',
  ledgerEntry: 'led',
  certificate: 'crt',
  issuerKey: 'key',
  statusListEdition: 'sle',
} as const;

export type IdKind = keyof typeof idPrefixes;
export type Id<Kind extends IdKind> = `${(typeof idPrefixes)[Kind]}_${string}`;

export type AdministrationId = Id<'administration'>;
export type PostId = Id<'post'>;
export type PersonId = Id<'person'>;
export type CourseVersionId = Id<'courseVersion'>;
export type LessonVersionId = Id<'lessonVersion'>;
export type ItemVersionId = Id<'itemVersion'>;
export type AssessmentVersionId = Id<'assessmentVersion'>;
export type EnrolmentId = Id<'enrolment'>;
export type DraftId = Id<'draft'>;
export type AttemptId = Id<'attempt'>;
export type GradeId = Id<'grade'>;
export type LedgerEntryId = Id<'ledgerEntry'>;
export type CertificateId = Id<'certificate'>;

/** 26 characters of Crockford base 32: 128 random bits with room to spare, no letter that reads as another. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idLength = 26;
const idBody = new RegExp(`^[${alphabet}]{${idLength}}$`);

/** @param bytes at least 26 random bytes from a cryptographic source */
export function mintId<Kind extends IdKind>(kind: Kind, bytes: Uint8Array): Id<Kind> {
  if (bytes.length < idLength) throw new RangeError(`An id needs ${idLength} random bytes, got ${bytes.length}`);
  const body = Array.from(bytes.subarray(0, idLength), (byte) => alphabet[byte % 32]).join('');
  return `${idPrefixes[kind]}_${body}`;
}

/** The id, or null when the text is not an id of this kind. */
export function parseId<Kind extends IdKind>(kind: Kind, text: unknown): Id<Kind> | null {
  if (typeof text !== 'string') return null;
  const prefix = `${idPrefixes[kind]}_`;
  if (!text.startsWith(prefix) || !idBody.test(text.slice(prefix.length))) return null;
  return text as Id<Kind>;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The uuid of a course, lesson, item or assessment of `content/`. */
export type Uuid = string & { readonly uuid: unique symbol };

export function parseUuid(text: unknown): Uuid | null {
  return typeof text === 'string' && uuidPattern.test(text) ? (text as Uuid) : null;
}
