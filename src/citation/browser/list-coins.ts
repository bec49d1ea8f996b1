/** Gives every paper of the page's lists its COinS, so that Zotero offers them one by one. Made of what the list says. */
import { leavesOut } from '#words/everywhere.ts';
import { make } from '../../browser/dom.ts';
import { oneLine } from '../../text/line.ts';
import { contextObject } from '../coins.ts';
import { arxivDoi } from '../work.ts';

/** A byline that names all authors: `A`, `A, B`, not `A, B and 6 more`. */
function authorsIn(byline: string): string[] {
  const names = oneLine(byline).replace(/ ·$/, '');
  return names === '' || leavesOut.test(names) ? [] : names.split(', ');
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('.papers a.title')) {
  const item = link.closest('li');
  if (!item) continue;
  const { arxiv, doi } = item.dataset;
  const title = contextObject({
    title: oneLine(link.textContent ?? ''),
    authors: authorsIn(item.querySelector('.by > span')?.textContent ?? ''),
    doi: doi ?? (arxiv === undefined ? undefined : arxivDoi(arxiv)),
    url: link.href,
  });
  item.append(make('span', { class: 'Z3988', title }));
}
// What Zotero listens to once it has looked at a page.
document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
