/** Works of papers, read from the papers' own pages, which may be kept for reading offline: nothing is on the disk twice. */
import { withBase } from '../../base.ts';
import { fetchPage } from '../../browser/files.ts';
import { readPage } from '../read-page.ts';
import type { Work } from '../work.ts';

/** Pages that are asked for at a time. */
const atOnce = 6;

export interface Fetched {
  /** In the order in which they were asked for. */
  readonly works: readonly Work[];
  /** Ids of papers whose pages could not be read. */
  readonly missing: readonly string[];
}

export interface Fetching {
  readonly signal?: AbortSignal;
  /** Told after each page how many of all are done. */
  readonly progress?: (done: number, all: number) => void;
}

async function fetchWork(id: string, signal: AbortSignal | undefined): Promise<Work | undefined> {
  const here = document.querySelector<HTMLElement>('article[data-paper]')?.dataset['paper'];
  if (here === id) return readPage(document);
  try {
    return readPage(await fetchPage(withBase(`papers/${encodeURIComponent(id)}/`), signal));
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
}

/**
 * The works of papers.
 *
 * @param ids of papers; one that comes twice is given once
 * @throws {DOMException} if the signal says so
 */
export async function fetchWorks(
  ids: readonly string[],
  { signal, progress }: Fetching = {},
): Promise<Fetched> {
  const asked = [...new Set(ids)];
  const found = new Map<string, Work>();
  const waiting = asked.values();
  let done = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const id of waiting) {
        signal?.throwIfAborted();
        const work = await fetchWork(id, signal);
        if (work) found.set(id, work);
        done += 1;
        progress?.(done, asked.length);
      }
    }),
  );
  return {
    works: asked.flatMap((id) => found.get(id) ?? []),
    missing: asked.filter((id) => !found.has(id)),
  };
}
