/**
 * What a reader types, taken apart: words, `"phrases"`, `title:`, `author:` and `topic:`, and what shall not be there.
 *
 * Everything that is none of these is words: a title may hold quotes, colons and dashes.
 */
import { tidyQuery } from './query.ts';
import { words, type Word } from './searched-words.ts';

/** Words of a query at most: every further one costs time and finds nothing more. */
const maxWords = 60;

export type Field = 'title' | 'author' | 'topic';

/** A phrase or words, wanted anywhere or in one field. */
export interface Clause {
  readonly field?: Field;
  /** As typed, without quotes and field. */
  readonly text: string;
  readonly phrase: boolean;
}

export interface Query {
  /** Bare words, in order. */
  readonly words: readonly Word[];
  /** Phrases, and everything of a field. */
  readonly clauses: readonly Clause[];
  readonly without: readonly Clause[];
}

const quotes = /["“”„‟«»]/g;
const token = /(?<=^|\s)(-?)(?:(title|author|topic):)?(?:"([^"]*)"(\S*)|(\S+))/giu;

/** TeX as people type it: `\ell_\infty` is `ell infty`, `T\"ulu` is `Tulu`. */
function plainTex(text: string): string {
  return text
    .replaceAll(/\\(?:["'`^~=.]|[cvuHkrdbt](?=\{))\s*\{?([A-Za-z])\}?/g, '$1')
    .replaceAll(
      /\\(?:math(?:cal|bb|bf|rm|sf|it|tt|frak|scr)|text(?:bf|it|sc|tt|rm|sf)?|operatorname)\s*/g,
      ' ',
    )
    .replaceAll(/[\\~]+/g, ' ')
    .replaceAll(/[${}^]+/g, '')
    .replaceAll(/(?<!\s)\s+(?=_)|(?<=_)\s+/g, '');
}

const isField = (name: string): name is Field =>
  name === 'title' || name === 'author' || name === 'topic';

/** Whether a text holds a letter, a digit, or a sign that may be searched. */
const searchable = (text: string): boolean => words(text).length > 0;

/**
 * Takes a query apart.
 *
 * A minus excludes only directly before a word, a phrase or a field, and only beside something that is wanted.
 *
 * @param raw as typed
 */
export function parseQuery(raw: string): Query {
  const tidy = plainTex(tidyQuery(raw).replaceAll(quotes, '"'));
  const clauses: Clause[] = [];
  const without: Clause[] = [];
  const bare: string[] = [];
  for (const [, minus = '', field = '', quoted, rest = '', plain = ''] of tidy.matchAll(token)) {
    // What follows a closing quote without a space: `"chain of thought"-like`.
    if (searchable(rest)) bare.push(rest.replaceAll('"', ' '));
    const name = field.toLowerCase();
    const text = (quoted ?? plain).replaceAll('"', ' ').trim();
    if (!searchable(text)) continue;
    const clause: Clause = {
      ...(isField(name) && { field: name }),
      text,
      // One word in quotes is a word.
      phrase: quoted !== undefined && words(text).length > 1,
    };
    if (minus !== '' && /^[\p{L}\p{N}]/u.test(text)) without.push(clause);
    else if (clause.field !== undefined || clause.phrase) clauses.push(clause);
    else bare.push(text);
  }
  const wanted = words(bare.join(' ')).slice(0, maxWords);
  if (wanted.length === 0 && clauses.length === 0) {
    const all = [...bare, ...without.map(({ text }) => text)].join(' ');
    return { words: words(all).slice(0, maxWords), clauses: [], without: [] };
  }
  return { words: wanted, clauses, without };
}

/** The same query with every phrase and field taken for words: for when they find nothing. */
export function asWords({ words: bare, clauses, without }: Query): Query {
  return {
    words: [...bare, ...clauses.flatMap(({ text }) => words(text))].slice(0, maxWords),
    clauses: [],
    without,
  };
}

/** Words and phrases of a query as typed that a paper's text may hold: not what is left out, nor authors and topics. */
export function wordsToMark(raw: string): string[] {
  const { words: bare, clauses } = parseQuery(raw);
  return [
    ...clauses.filter(({ field = 'title' }) => field === 'title').map(({ text }) => text),
    ...bare.map(({ whole, parts }) => (parts.length > 0 ? parts.join(' ') : whole)),
  ];
}
