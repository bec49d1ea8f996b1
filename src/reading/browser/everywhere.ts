/**
 * The reading list on every page: stars, read marks, and what the reader does not want to see. Small, since every page
 * loads it; what is seldom needed is fetched when it is. `button.star` is what a key may press.
 */
import { isRead, markRead } from '../actions.ts';
import { settingOf } from '../names.ts';
import { listed, ownPaperIn, type Item } from './items.ts';
import { guardUnkept, kept, onOthers } from './kept.ts';
import { showState, starOn } from './star.ts';

/** The papers on this page that have a star. */
const shown: { readonly item: Item; readonly button: HTMLElement; readonly show?: () => void }[] =
  [];

/** Shows what is true of what is no list. */
let showOthers: () => void = () => undefined;

function showAll(): void {
  showOthers();
  for (const { item, button, show } of shown) {
    showState(item, button);
    show?.();
  }
  fold();
}

function said(words: string, undo: () => void, paper?: string): void {
  showAll();
  guardUnkept();
  void import('./toast.ts').then(({ say }) =>
    say(
      words,
      () => {
        undo();
        showAll();
      },
      paper,
    ),
  );
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

/** Below the title of a paper's page: its star, and whether it was read. */
function starPaper(item: Item): void {
  const tools = item.element.querySelector('[data-tools]');
  if (tools === null) return;
  const star = starOn(item, false, said);
  const read = document.createElement('button');
  read.type = 'button';
  read.className = 'read';
  read.textContent = 'Read';
  read.title = 'Mark as read';
  const show = (): void => read.setAttribute('aria-pressed', String(isRead(kept, item.id)));
  read.addEventListener('click', () => {
    const now = !isRead(kept, item.id);
    const change = kept.changing(() => markRead(kept, item.id, now));
    said(now ? 'Marked as read.' : 'Marked as not read.', () => kept.undo(change));
  });
  show();
  tools.append(star, read);
  shown.push({ item, button: star, show });
  const abstract = item.element.querySelector<HTMLElement>('[data-abstract]');
  const isAuto = kept.value(settingOf('auto')) !== false;
  if (abstract === null || !isAuto || isRead(kept, item.id)) return;
  void import('./attend.ts').then(({ attend }) =>
    attend(abstract, () => {
      markRead(kept, item.id, true);
      showAll();
    }),
  );
}

const paper = ownPaperIn(document);
if (paper !== undefined) starPaper(paper);
starLists();
onOthers(showAll);
// Results of a search come later; so does what other scripts put on a page, which say so.
document.addEventListener('offprint:items', starLists);
const results = document.querySelector<HTMLElement>('#results');
if (results !== null) {
  new MutationObserver(starLists).observe(results, { childList: true, subtree: true });
  void import('./save-search.ts').then(({ offerSaving }) => offerSaving(results, said));
}
const atlas = document.querySelector<HTMLElement>('[data-atlas]');
if (atlas !== null)
  void import('./map.ts').then(({ starMap }) => (showOthers = starMap(atlas, said)));
