/** The site that stands, looked at in a thread of its own: a build has its hands full meanwhile. */
import { Worker } from 'node:worker_threads';
import type { Standing, standingSite } from './standing.ts';

/** As {@link standingSite}. What it throws is thrown where it is awaited. */
export function lookAtStanding(
  ...workerData: Parameters<typeof standingSite>
): Promise<Standing | undefined> {
  const found = new Promise<Standing | undefined>((resolve, reject) => {
    const worker = new Worker(new URL('standing-worker.ts', import.meta.url), { workerData });
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', () =>
      reject(new Error('The thread ended before it had looked at the site.')),
    );
  });
  found.catch(() => undefined);
  return found;
}
