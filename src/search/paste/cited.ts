/** What stands for a paper in a text: a BibTeX key, `\cite{…}`, `Vaswani et al. (2017)`. */
import { foldedWords, stopWords } from '../../text/words.ts';
import { authorName, citedName, dblpName, familyNames, paperName } from './keys.ts';

export interface Cited {
  /** Groups of names in the table, the surest first. */
  readonly names: readonly (readonly string[])[];
  /** What to search for if there is no such paper. */
  readonly words: string;
  /** It can hardly be anything else. */
  readonly sure: boolean;
}

/** A key may have another year than the archive: of the preprint, of the print. */
const around = (year: number): readonly number[] => [year, year - 1, year + 1];

const century = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (digits > '50' ? 1900 : 2000);

/** `DBLP:conf/nips/VaswaniSPUJGKP17` */
const dblp = /^(?:DBLP:)?(?:conf|journals)\/[\w-]+\/([A-Z][a-z]+)([A-Z]*)(\d\d)[a-z]?$/;
/** `DBLP:journals/corr/abs-1706-03762`, read as the arXiv id that it is. */
const dblpArxiv = /(?:^|\/)abs-(\d{4})-(\d{4,5})$/;
/** `vaswani2017attention`: the word may have digits of its own. */
const scholar = /^(\p{L}{2,30})((?:19|20)\d{2})(\p{L}[\p{L}\p{N}]{2,40}|\d\p{L}{1,40})$/u;

/** The parts of a key: at its signs, where a capital follows a small letter, and where digits begin or end. */
const partsOf = (key: string): string[] =>
  key
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ')
    .split(/[\s_:./+-]+/)
    .map((part) => foldedWords(part).join(''))
    .filter((part) => part !== '' && !/^(?:et|al|etal)$/.test(part));

function ofParts(authors: readonly string[], year: number, words: readonly string[]): Cited {
  const telling = words.filter((word) => !stopWords.has(word));
  const names = around(year).flatMap((near) =>
    authors.flatMap((author) => words.slice(0, 3).map((word) => citedName(near, author, word))),
  );
  const byAuthor = authors.map((author) => authorName(author, year));
  return {
    names: words.length === 0 ? [byAuthor] : [names],
    words: [...authors.slice(0, 1), ...telling].join(' '),
    sure: words.length > 0,
  };
}

/**
 * Reads a key of a bibliography.
 *
 * @param key a single token
 * @returns undefined if it can be none
 */
export function readKey(key: string): Cited | undefined {
  const arxiv = dblpArxiv.exec(key);
  if (arxiv !== null) {
    const id = `${arxiv[1] ?? ''}.${arxiv[2] ?? ''}`;
    return { names: [[`arXiv ${id}`]], words: '', sure: true };
  }
  const [, first, others = '', digits = ''] = dblp.exec(key) ?? [];
  if (first !== undefined) {
    const author = first.toLowerCase();
    const names = around(century(digits)).map((year) =>
      others === '' ? authorName(author, year) : dblpName(year, author + others.toLowerCase()),
    );
    return { names: [names], words: author, sure: true };
  }
  const [, author, year, word] = scholar.exec(key) ?? [];
  if (author !== undefined && !/\p{Ll}\p{Lu}/u.test(author)) {
    const fold = (text = ''): string => foldedWords(text).join('');
    const [head = ''] = partsOf(word ?? '');
    const whole = fold(word);
    const cited = ofParts([fold(author)], Number(year), [...new Set([whole, head])]);
    return { ...cited, words: `${fold(author)} ${partsOf(word ?? '').join(' ')}` };
  }
  const parts = partsOf(key);
  const at = parts.findIndex((part) => /^(?:(?:19|20)\d{2}|\d{2})$/.test(part));
  const when = parts[at];
  if (when === undefined || parts.length < 2 || parts.length > 12) return undefined;
  const before = parts.slice(0, at);
  const after = parts.slice(at + 1).filter((part) => part.length > 1);
  if (![...before, ...after].every((part) => /^\p{L}+$/u.test(part))) return undefined;
  if (before.length === 0) {
    const [name = '', ...words] = after;
    return name === '' ? undefined : ofParts([name], century(when), words);
  }
  // `vaswaniAttention2017` has its words before the year, `vanDenOord2016wavenet` a name of several parts.
  const [name = '', ...rest] = before;
  if (after.length === 0) return ofParts([name], century(when), rest);
  return ofParts([...new Set([before.join(''), name, ...before.slice(-1)])], century(when), after);
}

/** Keys in `\citep[see][p. 3]{one,two}` and `[@one; @two]`; empty if the text is neither. */
export function citedKeys(text: string): string[] {
  const braced = /^\\\w*cite\w*\*?(?:\[[^\]]{0,100}\]){0,2}\{([^{}]{1,5000})\}[.,;]?$/i.exec(
    text,
  )?.[1];
  if (braced !== undefined) return braced.split(',').map((key) => key.trim());
  if (!/^\[?-?@[\w:/.-]+(?:[;,\s]+-?@[\w:/.-]+)*\]?$/.test(text)) return [];
  return Array.from(text.matchAll(/@([\w:/.-]*\w)/g), ([, key = '']) => key);
}

const surname = String.raw`\p{Lu}[\p{L}'’-]{1,30}(?:\s\p{Lu}[\p{L}'’-]{1,30})?`;
const inText = new RegExp(
  `^\\(?(?:see |cf\\. )?(?<first>(?:[a-z]{2,3} ){0,2}${surname})(?<more>,? et\\.? al\\.?|,? and others|,? (?:and|&) ${surname})?,? \\(?(?<year>(?:19|20)\\d{2})[a-z]?\\)*$`,
  'u',
);

/** Reads `Vaswani et al., 2017`, `Kingma and Ba (2014)`, `Hinton, 2002`; undefined for all else. */
export function readInText(text: string): Cited | undefined {
  const { first, more = '', year } = inText.exec(text)?.groups ?? {};
  if (first === undefined) return undefined;
  const authors = familyNames(first.includes(' ') ? `- ${first}` : first);
  const cited = ofParts(authors, Number(year), []);
  return {
    ...cited,
    words: `${first}${more.replace(/,? et\.? al\.?|,? and others/, '')}`,
    sure: /al\.?$|others/.test(more),
  };
}

/** A single token that may be the id of a paper: of this archive, the ACL Anthology, OpenReview. */
export function readToken(token: string): Cited | undefined {
  const names: string[] = [];
  if (/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(token)) names.push(paperName(token));
  if (/^[A-Z]\d{2}-\d{4}$/i.test(token)) names.push(`ACL ${token.toLowerCase()}`);
  if (/^(?=.*\d)(?=.*[A-Z])[\w-]{9,14}$/.test(token)) names.push(`OpenReview ${token}`);
  return names.length === 0 ? undefined : { names: [names], words: '', sure: false };
}
