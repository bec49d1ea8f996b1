/** What a file that cannot be read as an entry still says about whose file it is. Pure. */
import { arxivId, normaliseDoi } from '../digest/identity.ts';
import { placeKey } from './identity.ts';

/** As much of an entry as tells which paper it is. */
export interface Recovered {
  readonly title?: string;
  readonly arxiv?: string;
  readonly doi?: string;
  readonly aliases: readonly string[];
  /** Where it was listed; see `placeKey`. */
  readonly places: readonly string[];
}

/** A key of a listing, in any style of YAML: plain or quoted, in a block or in braces. */
const listingKey = /(?<![\w-])(digest|lines|record)["']?[ \t]{0,9}:/g;

/**
 * Values behind such a key, from the first character on. Each needs a character after it: at the end of a file
 * that was cut off, `lines: [1` may have been 12.
 */
const anchor = String.raw`[\s'"]{0,60}(?:[&!]\S{0,60}\s{1,9})?`;
const digestValue = new RegExp(`^${anchor}['"]?([A-Za-z0-9._-]{1,120})(?=[^A-Za-z0-9._-])`);
const numberValue = new RegExp(String.raw`^${anchor}[\s['"+-]{0,60}(\d{1,9})(?=[^\d.])`);

/** How far behind its key a value may begin and end, in characters. */
const reach = 320;

/** The frontmatter as far as it can be told from the abstract; the whole text if its fences are gone. */
function headOf(text: string): string {
  const start = /^\s*---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
  const end = /\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(start));
  return end ? text.slice(start, start + end.index + 1) : text.slice(start);
}

interface Loose {
  digest?: string;
  line?: number;
  record?: number;
}

/** The listings of a head, whatever the order of their keys: a key that comes again begins the next listing. */
function placesIn(head: string): string[] {
  const text = head.replaceAll(/(?<=\s)#.*/g, '');
  const found: Loose[] = [];
  let current: Loose = {};
  const begin = (taken: boolean): void => {
    if (!taken) return;
    found.push(current);
    current = {};
  };
  for (const { 1: key, 0: whole, index } of text.matchAll(listingKey)) {
    const rest = text.slice(index + whole.length, index + whole.length + reach);
    if (key === 'digest') {
      begin(current.digest !== undefined);
      const digest = digestValue.exec(rest)?.[1];
      if (digest !== undefined) current.digest = digest;
      continue;
    }
    const number = Number(numberValue.exec(rest)?.[1]);
    if (!(number > 0)) continue;
    begin((key === 'lines' ? current.line : current.record) !== undefined);
    if (key === 'lines') current.line = number;
    else current.record = number;
  }
  return [...found, current].flatMap(({ digest, line, record }) => {
    if (digest === undefined || (line ?? record) === undefined) return [];
    return [placeKey({ digest, lines: [line ?? 0, line ?? 0], ...(record && { record }) })];
  });
}

/** The text behind a field's name, to the end of its line, which must be there; quotes and escapes resolved. */
function fieldIn(head: string, name: string): string | undefined {
  const found = new RegExp(`^[ \\t{]{0,9}["']?${name}["']?[ \\t]{0,9}:[ \\t]{0,9}(.*)\\n`, 'm');
  const value = found.exec(head)?.[1]?.trim();
  if (value === undefined || value === '') return undefined;
  const bare = value.replace(/^["']/, '').replace(/["'],?$/, '');
  return value.startsWith('"') ? bare.replaceAll(/\\(["\\/])/g, '$1') : bare.replaceAll("''", "'");
}

/** The first word of a value: an identifier without what may follow it in braces. */
const wordOf = (value: string | undefined): string => /^[^\s,}"']*/.exec(value ?? '')?.[0] ?? '';

/**
 * Reads what a broken entry's text still tells: its listings, title, ids and former names, in whatever style they
 * are written, and wherever the rest of the YAML is wrong. Never throws; linear.
 *
 * @param text the file's text; nothing of it has to be valid
 */
export function recover(text: string): Recovered {
  const head = headOf(text.replaceAll('\0', '').replace('\uFEFF', '').replaceAll(/\r\n?/g, '\n'));
  const title = fieldIn(head, 'title');
  const arxiv = arxivId(wordOf(fieldIn(head, 'arxiv')));
  const doi = normaliseDoi(wordOf(fieldIn(head, 'doi')));
  const aliases = /^["']?aliases["']?[ \t]*:([^:\n]*(?:\n[ \t]*-[^:\n]*)*)/m.exec(head)?.[1] ?? '';
  return {
    ...(title !== undefined && { title }),
    ...(arxiv !== undefined && { arxiv }),
    ...(doi !== undefined && { doi }),
    aliases: aliases.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? [],
    places: [...new Set(placesIn(head))],
  };
}
