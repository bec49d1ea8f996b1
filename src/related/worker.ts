/** A thread that finds out what is alike, and leaves it in the store: see lately.ts. */
import { workerData } from 'node:worker_threads';
import { openStore } from '../store/store.ts';
import { rememberingSimilar } from './cache.ts';
import type { SimilarityDocument } from './similarity.ts';

const { root, documents }: { root: string; documents: readonly SimilarityDocument[] } = workerData;
const store = openStore(root);
rememberingSimilar(store)(documents);
store.close();
