/** What citations do on every page. Small, since every page loads it; what it needs is fetched when it is used. */
import * as words from '#words/everywhere.ts';

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
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.exportOrChoose;
  // Away from the link above, so that a finger hits either.
  button.style.marginBlockStart = '0.6rem';
  const place = aside.querySelector('a[href$="papers.bib"]')?.closest('section');
  const section = place ?? document.createElement('section');
  if (!place) {
    const heading = document.createElement('h2');
    heading.textContent = words.export_;
    section.append(heading);
    aside.append(section);
  }
  section.append(button);
  button.addEventListener(
    'click',
    () => void import('./listing.ts').then(({ exportListing }) => exportListing(list)),
  );
}

const details = document.querySelector('article[data-paper] details.cite');
if (details) citeOn(details);
else {
  const list = document.querySelector('.spread .papers');
  const aside = document.querySelector('.spread > aside');
  if (list && aside) exportOf(list, aside);
  if (list) void import('./list-coins.ts').catch(() => undefined);
}
