/** What stands for a paper in a text: a BibTeX key, `\cite{…}`, `Vaswani et al. (2017)`. */
import { foldedWords, stopWords } from '../../text/words.ts';
import { authorName, citedName, dblpName, familyNames, paperName, type WordRank } from './keys.ts';

export interface Cited {
  /** Groups of names in the table, the surest first. */
  readonly names: readonly (readonly string[])[];
  /** What to search for if there is no such paper. */
  readonly words: string;
  /** It can hardly be anything else. */
  readonly sure: boolean;
}

/** A key may have another year than the archive: of the preprint, of the print. */
const near = (year: number): readonly number[] => [year - 1, year + 1];

const century = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (digits > '50' ? 1900 : 2000);

/** `DBLP:conf/nips/VaswaniSPUJGKP17` */
const dblp = /^(?:DBLP:)?(?:conf|journals)\/[\w-]+\/([A-Z][a-z]+)([A-Z]*)(\d\d)[a-z]?$/;
/** `DBLP:journals/corr/abs-1706-03762`, read as the arXiv id that it is. */
const dblpArxiv = /(?:^|\/)abs-(\d{4})-(\d{4,5})$/;
/** `vaswani2017attention`: the word may have digits of its own. */
const scholar = /^(\p{L}{2,30})((?:19|20)\d{2})(\p{L}[\p{L}\p{N}]{1,40}|\d\p{L}{1,40})$/u;

/** The year in any other key, between what stands before and behind it; the letter of `2017a` belongs to it. */
const dated = /^(.*?)(?<!\d)((?:19|20)\d{2})(?!\d)(?:[a-z]?(?=$|[^\p{Ll}\d])|(?=\p{Ll}{2}))(.*)$/u;
/** `V1` and the year behind it. */
const datedLast = /^(\p{L}.{0,80}\d)((?:19|20)\d{2})$/u;
const datedShort = /^(\p{L}{2,30}[_:-]?)(\d{2})(?!\d)(.*)$/u;

/** The parts of a key: at its signs, and where a capital follows a small letter. */
const partsOf = (key: string): string[] =>
  key
    .split(/[\s_:.+-]+|(?<=[\p{Ll}\d])(?=\p{Lu})/u)
    .map((part) => foldedWords(part).join(''))
    .filter((part) => part !== '' && !/^(?:et|al|etal)$/.test(part));

function ofParts(authors: readonly string[], year: number, words: readonly string[]): Cited {
  const telling = words.filter((word) => !stopWords.has(word));
  const named = (rank: WordRank, years: readonly number[]): string[] =>
    years.flatMap((when) =>
      authors.flatMap((author) =>
        words.slice(0, 3).map((word) => citedName(when, author, word, rank)),
      ),
    );
  const byAuthor = authors.map((author) => authorName(author, year));
  return {
    names:
      words.length === 0
        ? [byAuthor]
        : [named('first', [year]), named('other', [year]), named('first', near(year))],
    words: [...authors.slice(0, 1), ...telling].join(' '),
    sure: false,
  };
}

/** The search's own `year:2024`. */
const operator =
  /^-?(?:author|before|code|date|digest|from|has|is|note|since|tag|title|topic|until|venue|year):/i;

/**
 * Reads a key of a bibliography.
 *
 * @param key a single token
 * @returns undefined if it can be none
 */
export function readKey(key: string): Cited | undefined {
  if (operator.test(key)) return undefined;
  const arxiv = dblpArxiv.exec(key);
  if (arxiv !== null) {
    const id = `${arxiv[1] ?? ''}.${arxiv[2] ?? ''}`;
    return { names: [[`arXiv ${id}`]], words: '', sure: true };
  }
  const [, first, others = '', digits = ''] = dblp.exec(key) ?? [];
  if (first !== undefined) {
    const author = first.toLowerCase();
    const nameIn = (year: number): string =>
      others === '' ? authorName(author, year) : dblpName(year, author + others.toLowerCase());
    const year = century(digits);
    return { names: [[nameIn(year)], near(year).map(nameIn)], words: author, sure: true };
  }
  const [, author, year, word = ''] = scholar.exec(key) ?? [];
  if (author !== undefined && !/\p{Ll}\p{Lu}/u.test(author)) {
    const words = [foldedWords(word).join(''), ...partsOf(word)];
    const cited = ofParts([foldedWords(author).join('')], Number(year), [...new Set(words)]);
    return {
      ...cited,
      words: `${author} ${partsOf(word).join(' ')}`,
      sure: /\p{Ll}/u.test(author),
    };
  }
  const [, head = '', when, tail = ''] =
    dated.exec(key) ?? datedLast.exec(key) ?? datedShort.exec(key) ?? [];
  if (when === undefined || key.length > 120) return undefined;
  // `harn3dGan2018`: the author ends where digits begin.
  const before = partsOf(head.replace(/^(\p{L}+)(?=\d)/u, '$1 '));
  const after = partsOf(tail);
  if (before.length + after.length === 0 || !/^[\p{L}\d_:.+-]+$/u.test(key)) return undefined;
  const [name = '', ...rest] = before.length === 0 ? after : before;
  if (!/^\p{L}{2,}$/u.test(name)) return undefined;
  // `vaswani17` may be many things, and so may `gpt-4-2023`; `vaswani_attention_2017` is hardly any other.
  const sure =
    when.length === 4 && before.length + after.length > 1 && /_|-et-?al\b|\p{Ll}\p{Lu}/u.test(key);
  const keyYear = century(when);
  // `vaswaniAttention2017` has its words before the year, `vanDenOord2016wavenet` a name of several parts.
  if (before.length === 0 || after.length === 0) return { ...ofParts([name], keyYear, rest), sure };
  const authors = [...new Set([before.join(''), name, ...before.slice(-1)])];
  return { ...ofParts(authors, keyYear, after), sure };
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

const surname = String.raw`(?:[a-z]{2,3} ){0,2}\p{Lu}[\p{L}'’-]{1,30}(?:\s\p{Lu}[\p{L}'’-]{1,30})?`;
const inText = new RegExp(
  `^\\(?(?:see |cf\\. )?(?<first>${surname})(?<more>,? et\\.? al\\.?|,? and others|,? (?:and|&) ${surname})?,? \\(?(?<year>(?:19|20)\\d{2})[a-z]?\\)*$`,
  'u',
);

/** Reads `Vaswani et al., 2017`, `Kingma and Ba (2014)`, `Hinton, 2002`; undefined for all else. */
export function readInText(text: string): Cited | undefined {
  const { first, more = '', year } = inText.exec(text)?.groups ?? {};
  if (first === undefined) return undefined;
  const authors = familyNames(first.includes(' ') ? `x ${first}` : first);
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
