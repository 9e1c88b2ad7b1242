import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sameBytes, utf8 } from '~/kernel/bytes';
import { replaceFile } from '~/platform/durable-file.server';
import { env } from '~/platform/env.server';
import { formatLogHead, parseLogHead, type LogHead } from '../core/log-head';
import { decodeEntryBundle, encodeEntryBundle, hashLength, tilePath, tileWidth, type TileName } from '../core/tile';

/**
 * The published log as files below DATA_DIR/log, laid out as they are served, so that any web server could serve them. The
 * head file lies beside the keys instead: a folder that is put back to an older state must not take its own witness along.
 */
const logFolder = () => join(env().dataDir, 'log');
const headFile = () => join(env().dataDir, 'keys', 'log-head');

/** The bytes of a tile or bundle; a narrower partial one is cut from the full one. Null when the log has no such file. */
export async function readTile(name: TileName): Promise<Uint8Array | null> {
  const exact = await read(join(logFolder(), tilePath(name)));
  if (exact || name.width === tileWidth) return exact;
  const full = await read(join(logFolder(), tilePath({ ...name, width: tileWidth })));
  return full && cut(full, name);
}

/**
 * Writes a tile durably. A tile that is there must be the same: published tiles never change.
 * @throws Error when it differs
 */
export async function writeTile(name: TileName, content: Uint8Array): Promise<void> {
  const path = join(logFolder(), tilePath(name));
  const present = await read(path);
  if (!present) return replaceFile(path, content);
  if (!sameBytes(present, content)) throw new Error(`The log already has another ${tilePath(name)}`);
}

/** Takes away the partial tiles below a full one; `readTile` cuts them from it. */
export async function removePartials(full: TileName): Promise<void> {
  await rm(join(logFolder(), `${tilePath(full)}.p`), { recursive: true, force: true });
}

export async function readPublishedCheckpoint(): Promise<string | null> {
  const bytes = await read(join(logFolder(), 'checkpoint'));
  return bytes && new TextDecoder().decode(bytes);
}

export async function writePublishedCheckpoint(note: string): Promise<void> {
  await replaceFile(join(logFolder(), 'checkpoint'), utf8(note));
}

/** @throws Error when the file is there and unreadable */
export async function readHeadFile(): Promise<LogHead | null> {
  const bytes = await read(headFile());
  if (!bytes) return null;
  const head = parseLogHead(new TextDecoder().decode(bytes));
  if (!head) throw new Error(`The head file ${headFile()} is damaged`);
  return head;
}

export async function writeHeadFile(head: LogHead): Promise<void> {
  await replaceFile(headFile(), utf8(formatLogHead(head)));
}

/** Whether anything of a log was ever published from this folder. */
export function hasTiles(): boolean {
  return existsSync(join(logFolder(), 'tile'));
}

function cut(full: Uint8Array, name: TileName): Uint8Array {
  if (name.kind === 'hashes') return full.slice(0, name.width * hashLength);
  return encodeEntryBundle((decodeEntryBundle(full) ?? []).slice(0, name.width));
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
