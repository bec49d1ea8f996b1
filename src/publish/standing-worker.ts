/** A thread that looks at the site that stands: see standing-thread.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { standingSite } from './standing.ts';

const given: Parameters<typeof standingSite> = workerData;
parentPort?.postMessage(await standingSite(...given), []);
