/** The reading list as a file: JSON that people and other programs can read, and that merges exactly. */
import { checked, isObject, isText, itemsOf, parsed } from '../shapes.ts';
import { unlessEmpty } from '../text/unless-empty.ts';
import { Clock, timeOf } from './clock.ts';
import { papersOf, type Facts, type Library } from './library.ts';
import type { Elements } from './merge.ts';
import {
  factsOf,
  listOf,
  noteOf,
  paperForm,
  parseName,
  placeOf,
  readOf,
  starOf,
  tagOf,
} from './names.ts';
import { read, write, type Register, type Value } from './register.ts';

const format = 'offprint-reading-list';

/** A paper as the file tells it to others. */
interface FilePaper extends Partial<Facts> {
  readonly id: string;
  /** ISO 8601. */
  readonly read?: string | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly lists?: readonly string[] | undefined;
}

/**
 * Writes the file.
 *
 * @param all what is kept
 * @param archive address of the archive's home page
 * @param date of today, ISO 8601
 */
export function writeFile(
  library: Library,
  all: Iterable<readonly [name: string, register: Register]>,
  archive: string,
  date: string,
): string {
  const papers = papersOf(library).map((paper): FilePaper => ({
    id: paper.id,
    title: paper.title,
    by: unlessEmpty(paper.by),
    date: unlessEmpty(paper.date),
    read: paper.read === undefined ? undefined : new Date(paper.read).toISOString(),
    note: unlessEmpty(paper.note),
    tags: unlessEmpty(paper.tags),
    lists: unlessEmpty([...paper.places.keys()]),
  }));
  const elements = Object.fromEntries(
    [...all].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, it]) => [name, write(it)]),
  );
  const file = { format, version: 1, archive, exported: date, papers, elements };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** What kinds of value a kind of name has. */
const kinds: Readonly<Record<string, (value: Value) => boolean>> = {
  star: (value) => typeof value === 'number',
  read: (value) => typeof value === 'number',
  in: (value) => typeof value === 'number',
  facts: (value) => Array.isArray(value),
  search: (value) => Array.isArray(value),
  note: (value) => typeof value === 'string',
  tag: (value) => value === true,
  list: (value) => value === true,
  word: (value) => value === 'mute' || value === 'lit',
  author: (value) => value === 'mute' || value === 'lit',
  set: (value) => typeof value === 'boolean',
};

/** Characters of a name or of a value: more than anybody writes by hand. */
const longest = { name: 5000, value: 200_000 };

function isKnown(name: string, value: Value): boolean {
  const { paper, kind } = parseName(name);
  const fits = Object.hasOwn(kinds, kind) && (value === null || kinds[kind]?.(value) === true);
  return fits && (paper === '' || paperForm.test(paper)) && name.length <= longest.name;
}

/** How far ahead another device's clock may be, in milliseconds. */
const ahead = 86_400_000;

/** Older than anything that was written here. */
const never = '0'.repeat(14);

/** The papers of a file that somebody made by hand. */
function fromPapers(papers: readonly unknown[], now: number): Map<string, Register> {
  const elements = new Map<string, Register>();
  const put = (name: string, value: Value): void => {
    if (isKnown(name, value)) elements.set(name, { stamp: never, value });
  };
  const version = new Clock('00000', () => now).tick();
  const text = (value: unknown): string => checked(value, isText) ?? '';
  for (const [at, paper] of papers.entries()) {
    if (!isObject(paper) || !isText(paper['id'])) continue;
    const { id } = paper;
    put(starOf(id), now - at);
    if (text(paper['title'])) {
      put(factsOf(id), [text(paper['title']), text(paper['by']), text(paper['date'])]);
    }
    const readAt = Date.parse(text(paper['read']));
    if (!Number.isNaN(readAt)) put(readOf(id), readAt);
    if (text(paper['note']).trim()) put(noteOf(id, version), text(paper['note']).trim());
    for (const tag of itemsOf(paper['tags'], isText)) put(tagOf(id, tag), true);
    for (const list of itemsOf(paper['lists'], isText)) {
      put(listOf(list), true);
      put(placeOf(id, list), now - at);
    }
  }
  return elements;
}

/** Papers by their ids alone, in an order, as they would be in a file. */
export const elementsFor = (papers: readonly string[], list: string, now: number): Elements =>
  fromPapers(
    papers.map((id) => ({ id, lists: list === '' ? [] : [list] })),
    now,
  );

/**
 * Reads a file. What is not known in it is left out.
 *
 * @param now milliseconds since 1970
 * @returns undefined if it is no such file
 */
export function readFile(text: string, now: number): Elements | undefined {
  const file = parsed(text);
  if (!isObject(file) || file['format'] !== format) return undefined;
  const { elements: kept, papers } = file;
  if (!isObject(kept) || Array.isArray(kept))
    return Array.isArray(papers) ? fromPapers(papers, now) : undefined;
  const elements = new Map<string, Register>();
  for (const [name, line] of Object.entries(kept)) {
    if (!isText(line) || line.length > longest.value) continue;
    const register = read(line);
    if (register === undefined || !isKnown(name, register.value)) continue;
    // A clock that is wrong there must not have the last word here for years.
    if (timeOf(register.stamp) <= now + ahead) elements.set(name, register);
    else elements.set(name, { ...register, stamp: never });
  }
  return elements;
}

/**
 * The papers of this archive that a text leads to: a list in Markdown, a bibliography.
 *
 * @param base the site's base path, with slashes at both ends
 */
export function papersIn(text: string, base: string): string[] {
  const start = `${base}papers/`;
  const found = new Set<string>();
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const id = /^[a-z0-9-]{1,200}(?=\/)/.exec(
      text.slice(at + start.length, at + start.length + 201),
    );
    if (id !== null && id[0] !== 'page') found.add(id[0]);
  }
  return [...found];
}
