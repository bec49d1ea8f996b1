/** Takes files apart where the same words stand in many, or change more often than the rest. Pure. */
import { createHash } from 'node:crypto';
import { hasHoles, hole, mark, nearHole } from './fill.ts';
import { asQuery, writePieces, type Pieces } from './pieces.ts';

/** A paper's pieces and the name by which other files know them: a hash of the pieces, so that it never means others. */
export interface Owner {
  readonly key: string;
  readonly pieces: Pieces;
}

/** Shorter words cost no more than the name that would stand for them. */
const leastRun = 40;
const leastPrefix = 24;
/** Of a paper's text: it is one paragraph or a few, broken where it has a formula. */
const mostRuns = 12;
const leastWord = 8;

/** What the search reads of a page, more or less: beginning and end of it in a paper's page. */
const indexed = 'data-pagefind-body';
const aside = /<(?:aside|footer)[\s>]/;
const heading = /<h1[^>]*>([^<>&"\\\n]*)<\/h1>/;
const run = />\s*([^<>&"\\\n]{40,})/g;

/** Characters that lie between two strings from their beginnings on. */
function shared(text: string, from: number, other: string): number {
  let at = 0;
  while (at < other.length && text.charCodeAt(from + at) === other.charCodeAt(at)) at += 1;
  return at;
}

/**
 * What stands of a paper in its page and its text in the search index.
 *
 * @param page without the mark
 * @param text in the search index; absent: there is none
 */
export function piecesOf(id: string, page: string, text: string | undefined): Owner {
  const start = page.indexOf(indexed);
  const rest = start < 0 ? '' : page.slice(start);
  const end = rest.search(aside);
  const body = end < 0 ? rest : rest.slice(0, end);
  const title = heading.exec(body)?.[1] ?? '';
  const runs = [...body.matchAll(run)]
    .map(([, found = '']) => found.trimEnd())
    .filter((found) => found.length >= leastRun && found !== title)
    .filter((found) => text?.includes(found.slice(0, leastPrefix)) ?? true)
    .slice(0, mostRuns);
  const pieces = { id, title, runs };
  const key = createHash('sha256').update(writePieces(pieces)).digest('base64url').slice(0, 10);
  return { key, pieces };
}

/** Puts holes where a stretch of text stands, or begins. */
function cutRun(text: string, found: string, name: string): string {
  const begins = found.slice(0, leastPrefix);
  let cut = '';
  let done = 0;
  for (let at = text.indexOf(begins); at >= 0; at = text.indexOf(begins, done)) {
    const length = shared(text, at, found);
    const part = length === found.length ? '' : `:${length.toString(36)}`;
    cut += text.slice(done, at) + hole(name + part);
    done = at + length;
  }
  return cut + text.slice(done);
}

/**
 * Puts holes where pieces of a paper stand.
 *
 * @param text without holes, or with such that no piece is like
 * @param owner key of the paper; empty in its own files
 */
export function cutPieces(text: string, { id, title, runs }: Pieces, owner = ''): string {
  // Each cut is made between the holes of those before.
  const between = (whole: string, cut: (piece: string) => string): string =>
    whole
      .split(mark)
      .map((piece, at) => (at % 2 === 0 ? cut(piece) : piece))
      .join(mark);
  let cut = text;
  for (const [at, found] of runs.entries())
    cut = between(cut, (piece) => cutRun(piece, found, `${owner}.${at}`));
  const words = [
    [title, 't'],
    [asQuery(title), 'q'],
    [id, 'i'],
  ] as const;
  for (const [word, form] of words)
    if (word.length >= leastWord && cut.includes(word))
      cut = between(cut, (piece) => piece.replaceAll(word, () => hole(`${owner}.${form}`)));
  return cut;
}

/** In a paper's page: its neighbours change as the archive grows. */
const related = '<section data-related>';
const sectionEnd = '</section>';

/** A page that holds the mark is left without: it is not valid, and would be filled wrongly. */
export const withoutMark = (text: string): string =>
  hasHoles(text) ? text.replaceAll(mark, '') : text;

/** A paper's page without the words in it that are its pieces, and what is near it apart. */
export function cutPaper(page: string, pieces: Pieces): { frame: string; near: string } {
  const start = page.indexOf(related);
  const found = start < 0 ? -1 : page.indexOf(sectionEnd, start);
  if (found < 0) return { frame: cutPieces(page, pieces), near: '' };
  const end = found + sectionEnd.length;
  const before = cutPieces(page.slice(0, start), pieces);
  return {
    frame: before + hole(nearHole) + cutPieces(page.slice(end), pieces),
    near: page.slice(start, end),
  };
}

/** A paper near another. */
const link = /<a href="[^"]*\/papers\/([^"/]+)\/">[^<]*<\/a>/g;

/** Ids of the papers that what is near a paper names. */
export const linkedIn = (near: string): string[] => [
  ...new Set([...near.matchAll(link)].map(([, id = '']) => id)),
];

/** What is near a paper without the addresses and titles in it. */
export const cutNear = (near: string, find: (id: string) => Owner | undefined): string =>
  near.replaceAll(link, (text: string, id: string) => {
    const owner = find(id);
    return owner === undefined ? text : cutPieces(text, owner.pieces, owner.key);
  });

/** What stands in a list from one item to the next. */
const item = /<li[\s>](?:(?!<\/?li[\s>])[\s\S])*/g;
/** The paper that an item is of. */
const listed = /<a class="title" href="[^"]*\/papers\/([^"/]+)\/"/;

/**
 * A page of lists without what stands of papers in it.
 *
 * @param find the paper with an id; undefined for one that is to stay as it is
 */
export const cutList = (page: string, find: (id: string) => Owner | undefined): string =>
  page.replaceAll(item, (text) => {
    const owner = find(listed.exec(text)?.[1] ?? '');
    return owner === undefined ? text : cutPieces(text, owner.pieces, owner.key);
  });

/** Ids of the papers that a page lists. */
export const listedIn = (page: string): string[] => [
  ...new Set([...page.matchAll(item)].flatMap(([text]) => listed.exec(text)?.[1] ?? [])),
];
