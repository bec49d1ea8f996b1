/** Runs commands, and says what they cost. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpuOf, memoryOf, processTree, waitedCpu } from './process-tree.ts';

export interface Cost {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of CPU, user and system, of the process and all that it started; NaN where /proc does not tell. */
  readonly cpu: number;
  /** Highest sum of their resident memory at one time, in MB; NaN where /proc does not tell. */
  readonly memory: number;
}

export interface Ran extends Cost {
  readonly code: number | null;
  /** What it wrote, to either stream. */
  readonly output: string;
}

export interface Command {
  readonly args: readonly string[];
  /** Otherwise this Node.js. */
  readonly program?: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Is told the last line the command wrote. */
  readonly show?: (line: string) => void;
  /** Is told what it sends, with the cost up to then. */
  readonly heard?: (message: unknown, since: () => Omit<Cost, 'memory'>) => void;
}

/** Milliseconds between two looks at the memory. */
const pause = 200;

/** What runs now. */
const running = new Set<ChildProcess>();

/** Starts a command. Whatever it starts itself ends with {@link stopAll}. */
export function start({
  args,
  program = process.execPath,
  cwd,
  env,
  heard,
}: Command): ChildProcess {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(heard ? ['ipc' as const] : [])],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Ends a command and all that it started. */
export function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for (const { pid } of processTree(child.pid ?? 0).slice(1)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  child.kill('SIGKILL');
  return ended;
}

export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(stop));
}

/** Runs a command to its end. */
export async function run(command: Command): Promise<Ran> {
  const begun = performance.now();
  const before = waitedCpu();
  const child = start(command);
  const wall = (): number => (performance.now() - begun) / 1000;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      command.show?.(output.trimEnd().split('\n').at(-1) ?? '');
    });
  }
  const tree = (): ReturnType<typeof processTree> => processTree(child.pid ?? 0);
  child.on('message', (message) =>
    command.heard?.(message, () => ({ wall: wall(), cpu: cpuOf(tree()) })),
  );
  let memory = Number.NaN;
  /** As last seen: what has ended without being waited for counts nowhere else. */
  let seen = 0;
  const timer = setInterval(() => {
    const now = tree();
    if (now.length === 0) return;
    memory = Math.max(Number.isNaN(memory) ? 0 : memory, memoryOf(now));
    seen = Math.max(seen, cpuOf(now));
  }, pause);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  }).finally(() => clearInterval(timer));
  return { wall: wall(), cpu: Math.max(waitedCpu() - before, seen), memory, code, output };
}
