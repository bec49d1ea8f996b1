/** The star of a paper: a button that is pressed while the paper is in the reading list. */
import * as words from '#words/everywhere.ts';
import { button, make } from '../../browser/dom.ts';
import { isRead, isStarred, know, star, unstar } from '../marks.ts';
import { kept } from './kept.ts';
import { factsFrom, textOf, type Item } from './items.ts';

/** A paper on a page, and its star. */
export interface Starred {
  readonly item: Item;
  readonly button: HTMLElement;
  /** Shows what else there is of it. */
  readonly show?: () => void;
}

const svg = 'http://www.w3.org/2000/svg';

function icon(): SVGSVGElement {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(svg, 'path');
  shape.setAttribute(
    'd',
    'M12 3l2.8 5.9 6.4.8-4.7 4.4 1.2 6.4-5.7-3.2-5.7 3.2 1.2-6.4L2.8 9.7l6.4-.8z',
  );
  picture.append(shape);
  return picture;
}

/** Shows what is true of a paper now. */
export function showState({ id, element, title }: Item, mark: HTMLElement): void {
  const starred = isStarred(kept, id);
  // With words, they say it; a name that changes and a state would say it twice.
  const name = mark.querySelector('span');
  if (name === null) mark.setAttribute('aria-pressed', String(starred));
  else name.textContent = starred ? words.starSaved : words.starSave;
  mark.classList.toggle('on', starred);
  if (
    element.toggleAttribute('data-read', isRead(kept, id)) ===
    (title.dataset['said'] !== undefined)
  )
    return;
  if (title.dataset['said'] === undefined) {
    title.dataset['said'] = '';
    title.after(make('span', { class: 'hidden' }, words.isRead));
  } else {
    delete title.dataset['said'];
    title.nextElementSibling?.remove();
  }
}

/**
 * Makes a paper's star.
 *
 * @param named whether it stands for one of many papers, and has its name
 * @param changed is told what was done
 */
export function starOn(
  item: Item,
  named: boolean,
  changed: (words: string, undo: () => void, paper?: string) => void,
): HTMLButtonElement {
  const isPage = item.element.tagName === 'ARTICLE';
  const toggle = (): void => {
    const was = isStarred(kept, item.id);
    const change = kept.changing(() => {
      if (was) unstar(kept, item.id);
      else star(kept, item.id, factsFrom(item), isPage);
    });
    const undo = (): void => kept.undo(change);
    if (was) changed(words.unstarred, undo);
    else changed(words.starred, undo, item.id);
  };
  const mark = button('', toggle, {
    class: 'star',
    'data-star': '',
    title: words.star,
    ...(named && { 'aria-label': words.starThis(textOf(item.title)) }),
  });
  mark.append(icon(), ...(named ? [] : [make('span')]));
  // What is seen of a paper in the list is what is known of it from now on.
  if (isStarred(kept, item.id)) know(kept, item.id, factsFrom(item), isPage);
  showState(item, mark);
  return mark;
}
