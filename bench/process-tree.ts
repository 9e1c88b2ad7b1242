import { readFileSync, readdirSync } from 'node:fs';

const ticksPerSecond = 100;

interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

/** proc(5), /proc/pid/stat: fields 14 to 17 are user and system time, own and of ended children. */
function readProcess(pid: number): ProcessRow | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(fields[1]), ticks: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH') return null;
    throw error;
  }
}

/** A process and everything below it: server and database together. */
function tree(root: number): ProcessRow[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => readProcess(Number(name))).filter((row) => row !== null);
  const members = new Set([root]);
  for (let before = 0; before !== members.size; ) {
    before = members.size;
    for (const row of all) if (members.has(row.parent)) members.add(row.pid);
  }
  return all.filter((row) => members.has(row.pid));
}

/** CPU seconds used so far by a process and everything below it. */
export function cpuSeconds(root: number): number {
  return tree(root).reduce((sum, row) => sum + row.ticks, 0) / ticksPerSecond;
}

/** Proportional set size in MiB of a process and everything below it: shared pages are counted once. */
export function pssMiB(root: number): number {
  const kilobytes = tree(root).map(({ pid }) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}
