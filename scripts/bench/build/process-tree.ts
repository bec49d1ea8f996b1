/** What a process and all that it started use, as Linux's /proc tells (proc(5)); elsewhere nothing is known. */
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second (USER_HZ), the same on every architecture that Node.js runs on. */
const ticks = 100;

export interface ProcessState {
  readonly pid: number;
  readonly parent: number;
  /** Seconds of CPU, user and system. */
  readonly own: number;
  /** The same of children that have ended and were waited for, theirs included. */
  readonly waited: number;
}

/** Reads `/proc/PID/stat`; the name, in parentheses, may hold anything. */
export function parseState(stat: string): ProcessState {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // The first field here is the third of proc(5).
  const seconds = (...numbers: readonly number[]): number =>
    numbers.reduce((total, number) => total + Number(fields[number - 3]), 0) / ticks;
  return {
    pid: Number.parseInt(stat, 10),
    parent: Number(fields[1]),
    own: seconds(14, 15),
    waited: seconds(16, 17),
  };
}

/** A process and all below it. */
export function treeOf(all: readonly ProcessState[], root: number): ProcessState[] {
  const tree = all.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
}

/** A file of /proc; empty if the process has ended, or there is no /proc. */
function read(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}

/** A process of this machine and all below it; empty if it has ended. */
export function processTree(root: number): ProcessState[] {
  if (read('self/stat') === '') return [];
  const stats = readdirSync('/proc').flatMap((name) =>
    /^\d/.test(name) ? [read(`${name}/stat`)] : [],
  );
  return treeOf(stats.filter(Boolean).map(parseState), root);
}

/** Seconds of CPU of processes and of those they waited for. */
export const cpuOf = (tree: readonly ProcessState[]): number =>
  tree.reduce((total, { own, waited }) => total + own + waited, 0);

/** Resident memory of processes, in MB; what they share is counted for each. */
export const memoryOf = (tree: readonly ProcessState[]): number =>
  tree.reduce((total, { pid }) => {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(read(`${pid}/status`))?.[1];
    return total + Number(kilobytes ?? 0) / 1000;
  }, 0);

/** Seconds of CPU of all that this process has started and waited for; NaN where /proc does not tell. */
export function waitedCpu(): number {
  const stat = read('self/stat');
  return stat === '' ? Number.NaN : parseState(stat).waited;
}
