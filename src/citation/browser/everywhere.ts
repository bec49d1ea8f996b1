/** What citations do on every page. Small, since every page loads it; what it needs is fetched when it is used. */
import * as words from '#words/everywhere.ts';
import { button, make } from '../../browser/dom.ts';

/** The formats behind "Cite", from when it is first opened. */
function citeOn(details: Element): void {
  details.addEventListener(
    'toggle',
    () => void import('./panel.ts').then(({ showFormats }) => showFormats(details)),
    { once: true },
  );
}

/** The export of a list, beside it; and what tells reference managers of its papers. */
function exportOf(list: Element, aside: Element): void {
  const open = button(
    words.exportOrChoose,
    () => void import('./listing.ts').then(({ exportListing }) => exportListing(list)),
  );
  // Away from the link above, so that a finger hits either.
  open.style.marginBlockStart = '0.6rem';
  const place = aside.querySelector('a[href$="papers.bib"]')?.closest('section');
  if (place) place.append(open);
  else aside.append(make('section', {}, make('h2', {}, words.export_), open));
}

const details = document.querySelector('article[data-paper] details.cite');
if (details) citeOn(details);
else {
  const list = document.querySelector('.spread .papers');
  const aside = document.querySelector('.spread > aside');
  if (list && aside) exportOf(list, aside);
  if (list) void import('./list-coins.ts').catch(() => undefined);
}
