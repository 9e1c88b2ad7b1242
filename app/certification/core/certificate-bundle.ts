import { isJsonObject, type JsonObject } from '~/kernel/canonical-json';
import { done, refused, type Result } from '~/kernel/result';
import { parseTrust, type Trust } from './trust';

/**
 * One file with all that an offline check needs: the signed credential untouched, its inclusion file, status lists of the
 * day, and the keys. The keys prove nothing by themselves when they come along with what they are to prove: a verifier
 * that has pinned keys uses those.
 */
export type CertificateBundle = {
  readonly format: 'bluepost-certificate-bundle/v1';
  readonly credential: JsonObject;
  /** C2SP tlog-proof@v1. */
  readonly inclusionProof: string;
  readonly statusLists: readonly JsonObject[];
  readonly trust: Trust;
};

export function certificateBundle(parts: Omit<CertificateBundle, 'format'>): CertificateBundle {
  return { format: 'bluepost-certificate-bundle/v1', ...parts };
}

/** What a file to be verified holds: a bundle, or a bare credential. */
export type Presented = {
  readonly credential: JsonObject;
  readonly inclusionProof: string | null;
  readonly statusLists: readonly JsonObject[];
  readonly trust: Trust | null;
};

export type PresentedRefusal = 'file-too-large' | 'file-not-json' | 'file-too-deep' | 'file-not-a-certificate' | 'trust-malformed';

const sizeLimit = 1_000_000;
const depthLimit = 40;

/** Reads the text of a file that anybody may have written. */
export function readPresented(text: string): Result<Presented, PresentedRefusal> {
  if (text.length > sizeLimit) return refused('file-too-large');
  const value = parse(text);
  if (value === undefined) return refused('file-not-json');
  if (isDeeper(value, depthLimit)) return refused('file-too-deep');
  if (!isJsonObject(value)) return refused('file-not-a-certificate');
  if (value['format'] === undefined && 'proof' in value) return done({ credential: value, inclusionProof: null, statusLists: [], trust: null });
  return value['format'] === 'bluepost-certificate-bundle/v1' ? readBundle(value) : refused('file-not-a-certificate');
}

function readBundle({ credential, inclusionProof, statusLists, trust }: JsonObject): Result<Presented, PresentedRefusal> {
  const lists = Array.isArray(statusLists) ? (statusLists as readonly unknown[]) : [];
  if (!isJsonObject(credential) || typeof inclusionProof !== 'string' || !lists.every(isJsonObject)) return refused('file-not-a-certificate');
  const parsed = parseTrust(trust);
  return parsed.ok ? done({ credential, inclusionProof, statusLists: lists, trust: parsed.value }) : parsed;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
