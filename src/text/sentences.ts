/** Where the sentences of a text end. */

/** A mark that may end a sentence, with the quotes and brackets that it closes. */
const mark = /[.!?]["')\]”’]*|[。！？]["')\]”’」』）]*/gu;

/** Abbreviations that other words follow, in lower case and without the last full stop. */
const abbreviations = new Set(
  'app ca ch chap cor def est etc ex lem ms no nos p pp prop ref refs st tab thm viz vol'.split(
    ' ',
  ),
);

/** Abbreviations of which a sentence is seldom the end, since they stand before a name or a number. */
const never = new Set(
  'al approx cf dr eq eqn eqs fig figs mr mrs ms prof resp sec secs vs'.split(' '),
);

/** Words that begin a sentence rather than a name: what stands before them was its end after all. */
const openers =
  /\s?(?:We|This|These|Our|In|The|To|Here|However|It|Its|They|For|A|An|On|By|As|With|While|Although|Moreover|Furthermore|Additionally|Finally|Specifically|Experiments?|Experimental|Extensive|Results|Using|Based|Recent|Existing|Unlike|Such|Then|Thus|Therefore|Hence|Code)\b/uy;

/** Longest run of letters and dots looked at before a full stop. */
const longestAbbreviation = 12;

const opensAt = (text: string, at: number): boolean => {
  openers.lastIndex = at;
  return openers.test(text);
};

/** Whether the full stop at an index belongs to an abbreviation or an initial. */
function abbreviates(text: string, stop: number, end: number): boolean {
  const before = text.slice(Math.max(0, stop - longestAbbreviation), stop);
  const word = before.split(/[^\p{L}\p{M}.]/u).at(-1) ?? '';
  // `MR` is a method, `Mr` a man.
  const bare = /^\p{Lu}{2}/u.test(word) ? '' : word.toLowerCase();
  if (never.has(bare) || /^\p{Ll}(?:\.\p{Ll})+$/u.test(word)) return true;
  const may = abbreviations.has(bare) || /^\p{Lu}(?:\.\p{Lu})*$/u.test(word);
  return may && !opensAt(text, end);
}

/** Whether the mark from `start` to `end` ends a sentence. */
function isEnd(text: string, start: number, end: number): boolean {
  const sign = text.charAt(start);
  if (!'.!?'.includes(sign)) return true;
  if (end === text.length) return sign !== '.' || !abbreviates(text, start, end);
  // A copy that lost the blank: `… of graphs.We show …`
  if (text.charAt(end) !== ' ')
    return sign === '.' && /\p{Ll}{2}/u.test(text.slice(start - 2, start)) && opensAt(text, end);
  if (!/[\p{Lu}\p{N}"“‘'([$\\`]/u.test(text.charAt(end + 1))) return false;
  return sign !== '.' || !abbreviates(text, start, end);
}

/**
 * Where the sentences of a line end, the mark and what it closes included: not after `e.g.`, `et al.`, `Fig. 3` or an
 * initial, and not within `3.1`. Linear.
 *
 * @param line text without line breaks
 * @returns indices, ascending; the end of the line is one only after a mark
 */
export function* sentenceEnds(line: string): Generator<number> {
  for (const { index, 0: found } of line.matchAll(mark)) {
    const end = index + found.length;
    if (isEnd(line, index, end)) yield end;
  }
}

/**
 * The sentences of a line, in order; together they are the line but for the blanks between them.
 *
 * @param line text without line breaks
 */
export function sentencesOf(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const end of [...sentenceEnds(line), line.length]) {
    const sentence = line.slice(start, end).trim();
    if (sentence !== '') sentences.push(sentence);
    start = end;
  }
  return sentences;
}
