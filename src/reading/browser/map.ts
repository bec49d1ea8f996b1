/** Stars on the map: `s` for the dot that is meant, and a mark on those that are in the reading list. */
import { keysAreOn } from '../../components/keys/choice.ts';
import { isStarred, star, unstar } from '../marks.ts';
import { paperAt } from './items.ts';
import { kept, onOthers } from './kept.ts';
import { tell } from './tell.ts';

function starMap(atlas: HTMLElement): void {
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
    // The card has a star of its own.
    const button = tip?.querySelector<HTMLElement>('[data-star]');
    if (button) {
      button.click();
      show();
      return;
    }
    const was = isStarred(kept, id);
    const title = tip?.firstChild?.textContent ?? '';
    const change = kept.changing(() => {
      if (was) unstar(kept, id);
      else star(kept, id, { title, by: '', date: '' });
    });
    const words = was ? 'Taken off your list.' : 'Saved to your list.';
    show();
    const undo = (): void => {
      kept.undo(change);
      show();
    };
    tell(words, undo, was ? undefined : id);
  });
  if (here !== null)
    new MutationObserver(show).observe(here, { attributeFilter: ['href', 'hidden'] });
  onOthers(show);
  show();
}

const atlas = document.querySelector<HTMLElement>('[data-atlas]');
if (atlas !== null) starMap(atlas);
