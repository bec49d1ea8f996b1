/**
 * What was pasted into the search, taken apart: identifiers, addresses, keys, references, a title with things around it.
 * Loaded when `suspect.ts` has a reason; what turns out to be words and nothing else is none of it.
 */
import { identifiersIn } from '../../digest/identifiers.ts';
import {
  address,
  bareIdentifier,
  isPageTitle,
  titleBeside,
} from '../../digest/links/page-title.ts';
import { paperAt, wordsAt } from './address-key.ts';
import { citedKeys, readInText, readKey, readToken } from './cited.ts';
import { addressName, paperName, titleName } from './keys.ts';
import { linesOf, piecesOf, withoutMark } from './pieces.ts';
import { referenceTitles } from './reference.ts';

/** One thing that names one paper. */
export interface PastedItem {
  /** As pasted. */
  readonly text: string;
  readonly kind: 'id' | 'reference';
  /** Groups of names in the table (`keys.ts`), the surest first: the first group that is there tells the paper. */
  readonly names: readonly (readonly string[])[];
  /** It is what it seems to be even if the archive does not have it. */
  readonly sure: boolean;
}

export interface Paste {
  /** In order, each once. */
  readonly items: readonly PastedItem[];
  /** What to search for besides: the title alone; empty if there is none. */
  readonly query: string;
}

/** References in one list at most. */
const most = 200;

/** What stands beside an identifier and says nothing: arXiv's stamp, names of schemes, signs. */
const idle =
  /\[[a-z-]{2,9}(?:\.[A-Za-z-]{2,8})?\]|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6} (?:19|20)\d\d\b|\b(?:https?|arxiv(?:\.org)?|doi(?:\.org)?|dx|pmid|abs|pdf|html|acl|openreview|id|preprint|available at|and)\b|\bv\d\b/gi;

/** An address of any site. */
const anyAddress =
  /<?(?:https?:\/\/|\bwww\.)[^\s<>"{}]{3,2000}>?|(?<![\w@./-])(?:[\w-]{1,60}\.){1,5}(?:org|com|net|io|cc|co|edu|gov|ai|press)\/[^\s<>"{}]{2,2000}/gi;

const trimmed = (url: string): string => url.replace(/^<|[>.,;:)\]]{1,9}$/g, '');

/** A key with a year in it, or else one that only this archive can have made. */
function ofKey(key: string): PastedItem {
  const { names = [] } = readKey(key) ?? {};
  return { text: key, kind: 'id', names: [...names, [paperName(key.toLowerCase())]], sure: true };
}

/** The names of what stands in a text as an identifier or an address, each with its words. */
function named(text: string): { readonly names: readonly string[]; readonly said: string }[] {
  const found = new Map<string, { names: string[]; said: string }>();
  const add = (name: string, said: string): void => {
    if (!found.has(name)) found.set(name, { names: [name], said });
  };
  let rest = '';
  let done = 0;
  for (const match of text.matchAll(anyAddress)) {
    const url = trimmed(match[0]);
    rest += `${text.slice(done, match.index)} `;
    done = match.index + match[0].length;
    const ids = identifiersIn(url);
    for (const { name } of ids) add(name, url);
    if (ids.length > 0) continue;
    const own = paperAt(url);
    found.set(url, {
      names: [addressName(url), ...(own === undefined ? [] : [paperName(own)])],
      said: url,
    });
  }
  rest += text.slice(done);
  for (const { name, at } of identifiersIn(rest))
    add(name, rest.slice(at).split(/[\s,;]/, 1)[0] ?? name);
  return [...found.values()];
}

/** What a piece says besides its identifiers and addresses; empty if that is nothing. */
function beside(text: string): string {
  const said = titleBeside(
    titleBeside(text)
      .replaceAll(anyAddress, ' ')
      .replaceAll(address, ' ')
      .replaceAll(bareIdentifier, ' ')
      .replaceAll(/\(\s*\)|\[\s*\]/g, ' '),
  );
  return /\p{L}{2}/u.test(said.replaceAll(idle, ' ')) ? said : '';
}

/** Reads one piece; nothing if it is words like any others. */
function readPiece(piece: string): Paste | undefined {
  const text = withoutMark(piece);
  const keys = citedKeys(text);
  if (keys.length > 0) return { items: keys.map(ofKey), query: '' };
  const ids = named(text);
  const titles = referenceTitles(text);
  const [cited] = titles;
  if (cited !== undefined) {
    const names = [...ids.map((id) => id.names), titles.map(titleName)];
    return { items: [{ text: cited, kind: 'reference', names, sure: true }], query: cited };
  }
  if (ids.length > 0) {
    const said = beside(text);
    if (said === '') {
      const items = ids.map((id): PastedItem => ({
        text: id.said,
        kind: 'id',
        names: [id.names],
        sure: true,
      }));
      return { items, query: ids.length === 1 ? wordsAt(ids[0]?.said ?? '') : '' };
    }
    const names = [...ids.map((id) => id.names), [titleName(said)]];
    // A sentence with some address in it is a sentence.
    const sure = identifiersIn(text).length > 0;
    return {
      items: [{ text: ids[0]?.said ?? text, kind: 'id', names, sure }],
      query: sure ? said : text,
    };
  }
  const inText = readInText(text);
  if (inText !== undefined) {
    const { names, sure, words: query } = inText;
    return { items: [{ text, kind: 'reference', names, sure }], query };
  }
  if (/^\S+$/.test(text)) {
    const token = text.replace(/^@|[,.;]$/g, '');
    const cited = [readToken(token), readKey(token)].filter((read) => read !== undefined);
    if (cited.length === 0) return undefined;
    const names = cited.flatMap((read) => read.names);
    const sure = cited.some((read) => read.sure);
    return {
      items: [{ text: token, kind: 'id', names, sure }],
      query: sure ? (cited.at(-1)?.words ?? '') : token,
    };
  }
  if (isPageTitle(text)) {
    const bare = titleBeside(text);
    return bare === '' ? undefined : title([bare]);
  }
  return undefined;
}

/** What may stand between a title and the name of a site. */
const apart = / (?:[|·–—-]|::) /;

/** A title before or behind the name of a site that nobody knows: if the archive has such a title. */
function asUnknownTab(text: string): Paste | undefined {
  const parts = text.split(apart);
  const cuts = [parts.slice(0, -1), parts.slice(1)].map((some) => some.join(' '));
  const names = [text, ...cuts.filter((cut) => /\S \S/.test(cut))].map((cut) => [titleName(cut)]);
  if (names.length === 1) return undefined;
  return { items: [{ text, kind: 'reference', names, sure: false }], query: text };
}

/** What may be titles, the first of them to be searched for. */
const title = (texts: readonly string[]): Paste => ({
  items: texts.map((text) => ({
    text,
    kind: 'reference',
    names: [[titleName(text)]],
    sure: false,
  })),
  query: texts[0] ?? '',
});

/** A title over several lines, or a title a line: what of it the archive has will tell. */
function asTitle(text: string, raw: string): Paste | undefined {
  const lines = linesOf(raw)
    .filter((line) => line.includes(' '))
    .slice(0, most);
  if (lines.length > 1) return title([text, ...lines]);
  return /\p{L}- \p{L}/u.test(text) ? title([text]) : undefined;
}

/** What a piece is by itself. */
function kindOf(piece: string): PastedItem['kind'] | undefined {
  const { items = [], query = '' } = readPiece(piece) ?? {};
  const [first] = items;
  if (first?.sure !== true) return undefined;
  return query === '' || !piece.includes(' ')
    ? 'id'
    : first.kind === 'reference'
      ? 'reference'
      : undefined;
}

/**
 * Reads what was pasted.
 *
 * @param raw as it stands in the field; line breaks as such or as `↵`
 * @returns nothing for a query like any other
 */
export async function readPaste(raw: string): Promise<Paste | undefined> {
  if (/@\w{3,20}\s*[{(]/.test(raw)) {
    const { readEntries } = await import('./entries.ts');
    const read = readEntries(raw.replaceAll('↵', '\n'));
    if (read !== undefined) return read;
  }
  const pieces = piecesOf(raw, kindOf);
  const [text = ''] = pieces;
  if (pieces.length === 1) return readPiece(text) ?? asTitle(text, raw) ?? asUnknownTab(text);
  const read = pieces.slice(0, most).map((piece) => readPiece(piece) ?? title([piece]));
  const items = new Map(
    read.flatMap((piece) => piece.items).map((one) => [one.names.flat().join(), one]),
  );
  return { items: [...items.values()], query: items.size === 1 ? (read[0]?.query ?? '') : '' };
}
