/** What the archive says now of a paper that is kept: its title, or that it is no longer there. */
import { withBase } from '../../base.ts';
import { know } from '../marks.ts';
import { factsFrom, ownPaperIn } from './items.ts';
import { kept } from './kept.ts';

/** Papers that the archive no longer has. */
export const gone = new Set<string>();

/** Pages fetched at a time. */
const atOnce = 4;

async function ask(id: string): Promise<void> {
  const answer = await fetch(withBase(`papers/${id}/`));
  if (answer.status === 404 || answer.status === 410) {
    gone.add(id);
    return;
  }
  if (!answer.ok) return;
  // Read, not shown: nothing of it runs or is loaded.
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const paper = ownPaperIn(page);
  if (paper === undefined || paper.id !== id) return;
  gone.delete(id);
  know(kept, id, factsFrom(paper), true);
}

/**
 * Asks for papers' pages, a few at a time.
 *
 * @param done is told how many have answered
 */
export async function askAll(ids: readonly string[], done: (count: number) => void): Promise<void> {
  const waiting = [...ids];
  let count = 0;
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      // Without a network, what is known stays.
      await ask(id).catch(() => undefined);
      done(++count);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
