/**
 * The reading list on every page: stars, read marks, and what the reader does not want to see. Small, since every page
 * loads it; what is seldom needed is fetched when it is. `button[data-star]` is what a key may press.
 */
import { isRead } from '../marks.ts';
import { settingOf } from '../names.ts';
import { listed, ownPaperIn } from './items.ts';
import { kept, onOthers } from './kept.ts';
import { showState, starOn, type Starred } from './star.ts';
import { tell } from './tell.ts';

/** The papers on this page that have a star. */
const shown: Starred[] = [];

function showAll(): void {
  for (const { item, button, show } of shown) {
    showState(item, button);
    show?.();
  }
  fold();
}

function said(words: string, undo: () => void, paper?: string): void {
  showAll();
  const back = (): void => {
    undo();
    showAll();
  };
  tell(words, back, paper);
}

/** What was read and what is muted is folded where the reader asked for that. */
function fold(): void {
  const asked = ['hide', 'rules'] as const;
  const isAsked = asked.some((setting) => kept.value(settingOf(setting)) === true);
  const folded = document.querySelector('[data-folded]') !== null;
  if (isAsked || folded || shown.some(({ item }) => item.element.dataset['read'] !== undefined))
    void import('./fold.ts').then(({ foldLists }) => foldLists(shown.map(({ item }) => item)));
}

function starLists(): void {
  const hide = kept.value(settingOf('hide')) === true;
  let some = false;
  for (const item of listed(document)) {
    item.element.dataset['keep'] = '';
    const button = starOn(item, true, said);
    item.element.append(button);
    // At once, so that little moves; `fold.ts` says so.
    item.element.hidden = hide && isRead(kept, item.id);
    shown.push({ item, button });
    some = true;
  }
  if (some) fold();
}

const paper = ownPaperIn(document);
if (paper !== undefined)
  void import('./paper.ts').then(({ starPaper }) => shown.push(...starPaper(paper, said)));
starLists();
onOthers(showAll);
// Results of a search come later; so does what other scripts put on a page, which say so.
document.addEventListener('offprint:items', starLists);
const results = document.querySelector('#results');
if (results !== null)
  new MutationObserver(starLists).observe(results, { childList: true, subtree: true });
