/** In dev: related papers as they were known last, so that no page waits for them. */
import { Worker } from 'node:worker_threads';
import type { Similarity, SimilarityDocument } from './similarity.ts';

type Documents = readonly SimilarityDocument[];
type Find = (documents: Documents) => Similarity;

/** So many papers are compared while a page waits: some tenths of a second. */
const few = 500;

/** Milliseconds before a search, but for the first: it would slow down the page that asks, and people save often. */
const rest = 3000;

/** Has a thread of its own find what is alike and keep it. @param script see worker.ts */
export function inThread(script: URL, root: string): (documents: Documents) => Promise<void> {
  return (documents) =>
    new Promise((resolve, reject) => {
      const plain = documents.map(({ id, wording, title, text }) => ({
        id,
        wording,
        title,
        text,
      }));
      const worker = new Worker(script, { workerData: { root, documents: plain } });
      worker.unref();
      worker.once('error', reject);
      worker.once('exit', () => resolve());
    });
}

/**
 * What is alike, as it was known last: of papers that came since then nothing is known yet, those that went are left
 * out. Meanwhile it is found out anew. Few papers are always compared at once, and so they are for the map.
 *
 * @param find finds out, quickly where it is kept already
 * @param prepare has it found out and kept elsewhere; what it throws does not matter
 */
export function lately(find: Find, prepare: (documents: Documents) => Promise<void>): Find {
  let last: { documents: Documents; similarity: Similarity } | undefined;
  let wanted: Documents | undefined;
  let isBusy = false;
  const work = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    while (wanted !== undefined) {
      if (last !== undefined) await new Promise((resolve) => setTimeout(resolve, rest).unref());
      const documents = wanted;
      wanted = undefined;
      await prepare(documents).catch(() => undefined);
      last = { documents, similarity: find(documents) };
    }
    isBusy = false;
  };
  return (documents) => {
    if (documents.length <= few) return find(documents);
    wanted = documents;
    void work();
    let places: ReadonlyMap<string, number> | undefined;
    const older = new Map<Documents, ReadonlyMap<string, number>>();
    return {
      get settled() {
        return find(documents).settled;
      },
      related: (place) => {
        const known = last;
        if (known === undefined) return [];
        if (known.documents === documents) return known.similarity.related(place);
        places ??= placesOf(documents);
        const before = older.get(known.documents) ?? placesOf(known.documents);
        older.set(known.documents, before);
        const found = before.get(documents[place]?.id ?? '');
        if (found === undefined) return [];
        return known.similarity.related(found).flatMap((relation) => {
          const now = places?.get(known.documents[relation.place]?.id ?? '');
          return now === undefined ? [] : [{ ...relation, place: now }];
        });
      },
    };
  };
}

const placesOf = (documents: Documents): Map<string, number> =>
  new Map(documents.map(({ id }, place) => [id, place]));
