/** WordNet's files: which words mean the same. */

const offset = /^\d{8} /;
const oneWord = /^[a-z]+$/;

/**
 * Words of each set of synonyms in a `data.*` file (wndb(5WN): offset, file, kind, how many words in hexadecimal, then
 * each with a number of its own). Names of several words are left out, as are sets of fewer than two others.
 */
export function* synonymSets(text: string): Generator<string[]> {
  for (const line of text.split('\n')) {
    // The licence stands before the data, indented.
    if (!offset.test(line)) continue;
    const fields = line.split(' ');
    const count = Number.parseInt(fields[3] ?? '', 16);
    const words = fields
      .slice(4, 4 + 2 * count)
      .filter((_, at) => at % 2 === 0)
      // `galore(ip)`: where an adjective may stand.
      .map((word) => word.toLowerCase().replace(/\([a-z]+\)$/, ''))
      .filter((word) => oneWord.test(word));
    if (words.length > 1) yield words;
  }
}
