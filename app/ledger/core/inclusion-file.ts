import { base64 } from '@scure/base';
import { decodeBase64, decodeUtf8 } from '~/kernel/bytes';
import { done, refused, type Result } from '~/kernel/result';
import { openCheckpoint, type CheckpointRefusal, type OpenedCheckpoint } from './checkpoint';
import { leafHash, verifyInclusion, type Hash } from './merkle-tree';
import type { NoteKey } from './signed-note';

/**
 * One text file that proves offline that an entry is in the log: C2SP tlog-proof@v1.
 * `extra` is not authenticated by itself; ours holds the opening from which the entry is rebuilt (see commitment.ts).
 */
export type InclusionFile = {
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The signed note, byte for byte. */
  readonly checkpoint: string;
};

export type InclusionRefusal = CheckpointRefusal | 'inclusion-file-malformed' | 'inclusion-proof-wrong';

const firstLine = 'c2sp.org/tlog-proof@v1';
const sizeLimit = 1_100_000;
const proofLengthLimit = 63;

export function formatInclusionFile({ extra, index, proof, checkpoint }: InclusionFile): string {
  const lines = [firstLine, ...(extra ? [`extra ${base64.encode(extra)}`] : []), `index ${index}`, ...proof.map((hash) => base64.encode(hash))];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

export function parseInclusionFile(file: string | Uint8Array): Result<InclusionFile, 'inclusion-file-malformed'> {
  const text = file.length > sizeLimit ? null : typeof file === 'string' ? file : decodeUtf8(file);
  const divide = text?.indexOf('\n\n') ?? -1;
  if (text === null || divide < 0) return refused('inclusion-file-malformed');
  const [first, ...lines] = text.slice(0, divide).split('\n');
  const extra = lines[0]?.startsWith('extra ') ? decodeBase64(lines.shift()?.slice('extra '.length) ?? '') : undefined;
  const index = parseIndex(lines.shift());
  const proof = lines.map(decodeBase64);
  const readable = first === firstLine && extra !== null && index !== null && proof.length <= proofLengthLimit;
  if (!readable || !proof.every((hash) => hash?.length === 32)) return refused('inclusion-file-malformed');
  return done({ ...(extra && { extra }), index, proof: proof as Hash[], checkpoint: text.slice(divide + 2) });
}

/** Section "Verifying a tlog proof": the log's signature, every known cosignature, and the way from the entry to the root. */
export function verifyInclusionFile(claim: {
  readonly file: InclusionFile;
  readonly entry: Uint8Array;
  readonly log: NoteKey;
  readonly witnesses?: readonly NoteKey[];
}): Result<OpenedCheckpoint, InclusionRefusal> {
  const { file, entry, log, witnesses } = claim;
  const checkpoint = openCheckpoint(file.checkpoint, { log, ...(witnesses && { witnesses }) });
  if (!checkpoint.ok) return checkpoint;
  const { size, root } = checkpoint.value;
  const included = verifyInclusion({ leafHash: leafHash(entry), index: file.index, size, proof: file.proof, root });
  return included ? checkpoint : refused('inclusion-proof-wrong');
}

function parseIndex(line: string | undefined): number | null {
  const match = /^index (0|[1-9]\d{0,15})$/.exec(line ?? '');
  const index = Number(match?.[1]);
  return match && Number.isSafeInteger(index) ? index : null;
}
