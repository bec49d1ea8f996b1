/** What a printed page says at its end, which a screen need not: how to cite the paper, and where the page is. */

import { make } from '../browser/dom.ts';

/** Names in full; of more, the first is named. */
const few = 6;

const contents = (name: string): string[] =>
  [...document.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)].map(
    ({ content }) => content,
  );

/** The paper in a line, of what the page tells reference managers; nothing on other pages. */
function citation(): string {
  const [title] = contents('citation_title');
  if (title === undefined) return '';
  const authors = contents('citation_author').map((name) =>
    name.split(', ').toReversed().join(' '),
  );
  const names = authors.length > few ? `${authors[0]} et al.` : authors.join(', ');
  const [venue] = [
    ...contents('citation_journal_title'),
    ...contents('citation_conference_title'),
    ...contents('citation_publisher'),
  ];
  const [doi] = contents('citation_doi');
  const year = contents('citation_publication_date')[0]?.slice(0, 4) ?? '';
  // Most venues are named with their year.
  const where = venue?.includes(year) ? [venue] : [venue, year];
  const parts = [names, `“${title}”`, ...where, doi && `https://doi.org/${doi}`];
  return `${parts.filter(Boolean).join(', ')}. `;
}

let line: HTMLElement | undefined;
addEventListener('beforeprint', () => {
  line?.remove();
  const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const cited = citation() || `${document.title}, `;
  line = make('p', { class: 'printed' }, cited, address ?? location.href);
  document.querySelector('main > div')?.append(line);
});
addEventListener('afterprint', () => line?.remove());
