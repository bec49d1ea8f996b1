import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Done, Job } from './child.ts';

const program = fileURLToPath(new URL('child.ts', import.meta.url));

const isDone = (message: unknown): message is Done =>
  typeof message === 'object' && message !== null && 'seconds' in message;

/** Times jobs in a child process, which is killed when one takes too long: no job can hang its caller. */
export class Stopwatch {
  #child: ChildProcess | undefined;
  readonly #limit: number;

  /** @param limit seconds that a job may take on the clock */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What a job took; `too long`, or `failed` when it threw. */
  async time(job: Job): Promise<Done | 'too long' | 'failed'> {
    const child = await this.#ready();
    const over = new AbortController();
    const { signal } = over;
    const timer = setTimeout(() => over.abort(), this.#limit * 1000);
    child.send(job);
    try {
      const [message]: readonly unknown[] = await Promise.race([
        once(child, 'message', { signal }),
        once(child, 'exit', { signal }),
      ]);
      if (isDone(message)) return message;
      this.close();
      return 'failed';
    } catch {
      this.close();
      return 'too long';
    } finally {
      clearTimeout(timer);
      over.abort();
    }
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #ready(): Promise<ChildProcess> {
    if (this.#child) return this.#child;
    const child = fork(program, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    await once(child, 'message');
    this.#child = child;
    return child;
  }
}
