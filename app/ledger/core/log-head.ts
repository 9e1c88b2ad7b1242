import type { Instant } from '~/kernel/instant';
import { done, refused, type Result } from '~/kernel/result';

/** The last tree head that was signed, as the database and the head file each remember it. `root` is base 64. */
export type LogHead = { readonly size: number; readonly root: string; readonly signedAt: string };

export type HeadRefusal = 'log-head-missing' | 'log-head-ahead-of-database' | 'log-head-differs' | 'log-clock-went-back';

/** The name of the log of an installation: its address without the scheme (tlog-tiles, section "Parameters"). */
export function logOrigin(origin: string): string {
  return `${new URL(origin).host}/log`;
}

/**
 * Whether the sequencer may go on from here. The head file lies outside the database, so a database that was put back to
 * yesterday shows as a file that is ahead. A file that is behind is what a crash between the two leaves: it may catch up.
 * @param storedAtFileSize the checkpoint that the database holds for the size in the file
 */
export function mayGoOn(heads: {
  readonly file: LogHead | null;
  readonly stored: LogHead;
  readonly storedAtFileSize: LogHead | null;
  readonly now: Instant;
}): Result<{ readonly fileIsBehind: boolean }, HeadRefusal> {
  const { file, stored, storedAtFileSize, now } = heads;
  if (!file) return refused('log-head-missing');
  if (file.size > stored.size) return refused('log-head-ahead-of-database');
  if (storedAtFileSize?.root !== file.root) return refused('log-head-differs');
  if (now.getTime() < Math.max(Date.parse(stored.signedAt), Date.parse(file.signedAt))) return refused('log-clock-went-back');
  return done({ fileIsBehind: file.size < stored.size });
}

export function parseLogHead(text: string): LogHead | null {
  const match = /^(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n$/.exec(text);
  return match ? { size: Number(match[1]), root: match[2] ?? '', signedAt: match[3] ?? '' } : null;
}

export function formatLogHead({ size, root, signedAt }: LogHead): string {
  return `${size}\n${root}\n${signedAt}\n`;
}
