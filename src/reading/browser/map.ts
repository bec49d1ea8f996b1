/** Stars on the map: `s` for the dot that is meant, and a mark on those that are in the reading list. */
import { keysAreOn } from '../../browser/keys.ts';
import { isStarred } from '../marks.ts';
import { paperAt } from '../../base.ts';
import { kept, onOthers } from './kept.ts';

function starMap(atlas: HTMLElement): void {
  const here = atlas.querySelector<HTMLAnchorElement>('[data-here]');
  const show = (): void => {
    for (const dot of atlas.querySelectorAll<SVGAElement>('[data-dots] a')) {
      const id = paperAt(new URL(dot.href.baseVal, location.href).pathname);
      dot.toggleAttribute('data-starred', id !== undefined && isStarred(kept, id));
    }
  };
  document.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey, target }) => {
    if (key !== 's' || ctrlKey || metaKey || altKey || !keysAreOn()) return;
    if (target instanceof Element && target.matches('input, textarea, select')) return;
    // The card of the dot that is meant has a star as other cards have.
    atlas.querySelector<HTMLElement>('[data-tip]:not([hidden]) [data-star]')?.click();
    show();
  });
  if (here !== null)
    new MutationObserver(show).observe(here, { attributeFilter: ['href', 'hidden'] });
  onOthers(show);
  show();
}

const atlas = document.querySelector<HTMLElement>('[data-atlas]');
if (atlas !== null) starMap(atlas);
