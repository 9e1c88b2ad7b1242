import { sameBytes } from '~/kernel/bytes';
import { parseCheckpoint } from '../core/checkpoint';
import { formatInclusionFile } from '../core/inclusion-file';
import { inclusionRanges } from '../core/merkle-tree';
import { parseNote } from '../core/signed-note';
import { decodeEntryBundle, tilesGained } from '../core/tile';
import { readRangeRoots } from '../store/log-edge.server';
import { readPublishedCheckpoint, readTile } from '../store/log-files.server';

/**
 * The inclusion file of an entry from the published files alone, without a database: for the command line beside a copy of
 * the log. Null when the log does not hold it. What it returns is checked like any other proof, so nothing here is trusted.
 */
export async function proveFromFiles(entry: Uint8Array): Promise<string | null> {
  const checkpoint = await readPublishedCheckpoint();
  const note = checkpoint === null ? null : parseNote(checkpoint);
  const head = note?.ok ? parseCheckpoint(note.value.text) : null;
  if (checkpoint === null || !head) return null;
  const index = await findEntry(entry, head.size);
  if (index === null) return null;
  return formatInclusionFile({ index, proof: await readRangeRoots(inclusionRanges(index, head.size), head.size), checkpoint });
}

async function findEntry(entry: Uint8Array, size: number): Promise<number | null> {
  let first = 0;
  for (const bundle of tilesGained(0, size).filter(({ kind }) => kind === 'entries')) {
    const bytes = await readTile(bundle);
    const at = (bytes && decodeEntryBundle(bytes))?.findIndex((candidate) => sameBytes(candidate, entry)) ?? -1;
    if (at >= 0) return first + at;
    first += bundle.width;
  }
  return null;
}
