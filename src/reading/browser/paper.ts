/** Below the title of a paper's page: its star, and whether it was read, by hand or because it was. */
import * as words from '#words/reading-paper.ts';
import { isRead, markRead } from '../marks.ts';
import { settingOf } from '../names.ts';
import { button, make } from '../../browser/dom.ts';
import { paperOnMap } from '../../map/browser/link.ts';
import { attend } from './attend.ts';
import type { Item } from './items.ts';
import { kept } from './kept.ts';
import { showState, starOn, type Starred } from './star.ts';

/**
 * Puts the buttons into the line below the title.
 *
 * @param said tells what was done, and how it is undone
 * @returns the paper with its star, if there is such a line
 */
export function starPaper(
  item: Item,
  said: (words: string, undo: () => void, paper?: string) => void,
): Starred[] {
  const { id, element } = item;
  const tools = element.querySelector('[data-tools]');
  if (tools === null) return [];
  const star = starOn(item, false, said);
  const toggle = (): void => {
    const now = !isRead(kept, id);
    const change = kept.changing(() => markRead(kept, id, now));
    said(now ? words.markedRead : words.markedUnread, () => kept.undo(change));
  };
  const read = button(words.read, toggle, { class: 'read' });
  const show = (): void => read.setAttribute('aria-pressed', String(isRead(kept, id)));
  show();
  const map = make('a', { href: paperOnMap(id), 'data-map': '' }, words.onMap);
  // Last of what stands beside or below, so that nothing moves.
  element.querySelector('aside')?.append(make('p', {}, map));
  tools.append(star, read);
  const abstract = element.querySelector<HTMLElement>('[data-abstract]');
  const isAuto = kept.value(settingOf('auto')) !== false;
  if (abstract !== null && isAuto && !isRead(kept, id)) {
    attend(abstract, () => {
      markRead(kept, id, true);
      showState(item, star);
      show();
    });
  }
  return [{ item, button: star, show }];
}
