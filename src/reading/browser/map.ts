/** Stars on the map: `s` for the dot that is meant, and a mark on those that are in the reading list. */
import { keysAreOn } from '../../components/keys/choice.ts';
import { isStarred, star, unstar } from '../actions.ts';
import { paperAt } from './items.ts';
import { kept } from './kept.ts';

/** @param said tells what was done, and how it is undone */
export function starMap(
  atlas: HTMLElement,
  said: (words: string, undo: () => void, paper?: string) => void,
): () => void {
  const here = atlas.querySelector<HTMLAnchorElement>('[data-here]');
  const tip = atlas.querySelector<HTMLElement>('[data-tip]');
  const meant = (): string | undefined =>
    here === null || here.hidden || !here.hasAttribute('href') ? undefined : paperAt(here.pathname);
  const show = (): void => {
    for (const dot of atlas.querySelectorAll<SVGAElement>('[data-dots] a')) {
      const id = paperAt(new URL(dot.href.baseVal, location.href).pathname);
      dot.toggleAttribute('data-starred', id !== undefined && isStarred(kept, id));
    }
    const id = meant();
    tip?.toggleAttribute('data-starred', id !== undefined && isStarred(kept, id));
  };
  document.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey, target }) => {
    const id = meant();
    if (key !== 's' || ctrlKey || metaKey || altKey || !keysAreOn() || id === undefined) return;
    if (target instanceof Element && target.matches('input, textarea, select')) return;
    const was = isStarred(kept, id);
    const title = tip?.firstChild?.textContent ?? '';
    const change = kept.changing(() => {
      if (was) unstar(kept, id);
      else star(kept, id, { title, by: '', date: '' });
    });
    const words = was ? 'Taken off your reading list.' : 'Saved to your reading list.';
    said(words, () => kept.undo(change), was ? undefined : id);
  });
  if (here !== null)
    new MutationObserver(show).observe(here, { attributeFilter: ['href', 'hidden'] });
  show();
  return show;
}
