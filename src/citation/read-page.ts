/** Reads a paper back from its own page: every format is made of what the page says already. */
import { oneLine } from '../text/line.ts';
import { authorsOf } from './name.ts';
import { venueKind } from './venue.ts';
import type { TitlePiece, Work } from './work.ts';

/** The title as text and formulas; a typeset formula holds its TeX. */
function piecesOf(heading: Element): TitlePiece[] {
  const pieces: TitlePiece[] = [];
  const add = (text: string): void => {
    const last = pieces.at(-1);
    if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
    else if (text !== '') pieces.push(text);
  };
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child instanceof Element && child.localName === 'math') {
        const tex = child.getAttribute('data-tex');
        if (tex) pieces.push({ tex });
        else add(child.getAttribute('aria-label')?.trim() ?? child.textContent ?? '');
      } else if (child instanceof Element) walk(child);
      else add(child.textContent ?? '');
    }
  };
  walk(heading);
  return pieces;
}

/** The keywords of the page's JSON-LD. */
function keywordsOf(page: Document): string[] {
  try {
    const data: unknown = JSON.parse(
      page.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    );
    if (typeof data !== 'object' || data === null || !('keywords' in data)) return [];
    return Array.isArray(data.keywords) ? data.keywords.map(String) : [];
  } catch {
    return [];
  }
}

/**
 * The work that a paper's page is of.
 *
 * @param page the page, as it stands or as `DOMParser` read it
 * @returns undefined if it is no paper's page
 */
export function readPage(page: Document): Work | undefined {
  const id = page.querySelector<HTMLElement>('article[data-paper]')?.dataset['paper'];
  const heading = page.querySelector('article[data-paper] h1');
  const entry = page.querySelector('.cite pre')?.textContent ?? '';
  const key = /^@\w+\{([^,\s]+),/.exec(entry)?.[1];
  if (id === undefined || heading === null || key === undefined) return undefined;
  const all = (name: string): string[] =>
    Array.from(page.querySelectorAll(`meta[name="${name}"]`), (tag) =>
      oneLine(tag.getAttribute('content') ?? ''),
    );
  const one = (name: string): string | undefined => all(name)[0];
  const fields = new Map(
    Array.from(entry.matchAll(/^ {2}(\w+) = \{([^}]*)\},$/gm), ([, name, value]) => [name, value]),
  );
  const [year, month, day] = one('citation_publication_date')?.split('/') ?? [];
  const venue = one('citation_journal_title') ?? one('DC.source');
  const [arxiv, doi, abstract] = ['arxiv_id', 'doi', 'abstract'].map((name) =>
    one(`citation_${name}`),
  );
  const kind = venue === undefined ? undefined : venueKind(venue);
  const category = fields.get('primaryclass');
  const url = fields.get('url');
  const comment = page.querySelector('[data-comment]');
  const annote = comment?.textContent?.slice(comment.firstElementChild?.textContent?.length);
  const { names } = authorsOf(all('citation_author'));
  return {
    key,
    id,
    title: one('citation_title') ?? oneLine(heading.textContent ?? ''),
    pieces: piecesOf(heading),
    authors: { names, others: /^ {2}author = .* and others\},$/m.test(entry) },
    ...(year && { date: { year, ...(month && { month }), ...(day && { day }) } }),
    ...(venue !== undefined && { venue }),
    ...(kind && { kind }),
    ...(arxiv !== undefined && { arxiv }),
    ...(category !== undefined && { category }),
    ...(doi !== undefined && { doi }),
    ...(url !== undefined && { url }),
    ...(abstract !== undefined && { abstract }),
    keywords: keywordsOf(page),
    ...(annote && { annote: oneLine(annote) }),
  };
}
