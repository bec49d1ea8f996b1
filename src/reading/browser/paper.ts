/** Below the title of a paper's page: its star, and whether it was read, by hand or because it was. */
import * as words from '#words/reading-paper.ts';
import { isRead, markRead } from '../marks.ts';
import { settingOf } from '../names.ts';
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
  const button = starOn(item, false, said);
  const read = document.createElement('button');
  read.type = 'button';
  read.className = 'read';
  read.textContent = words.read;
  const show = (): void => read.setAttribute('aria-pressed', String(isRead(kept, id)));
  read.addEventListener('click', () => {
    const now = !isRead(kept, id);
    const change = kept.changing(() => markRead(kept, id, now));
    said(now ? words.markedRead : words.markedUnread, () => kept.undo(change));
  });
  show();
  const map = document.createElement('a');
  map.href = paperOnMap(id);
  map.textContent = words.onMap;
  map.dataset['map'] = '';
  // Last of what stands beside or below, so that nothing moves.
  const line = document.createElement('p');
  line.append(map);
  element.querySelector('aside')?.append(line);
  tools.append(button, read);
  const abstract = element.querySelector<HTMLElement>('[data-abstract]');
  const isAuto = kept.value(settingOf('auto')) !== false;
  if (abstract !== null && isAuto && !isRead(kept, id)) {
    attend(abstract, () => {
      markRead(kept, id, true);
      showState(item, button);
      show();
    });
  }
  return [{ item, button, show }];
}
