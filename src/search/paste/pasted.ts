/** What was pasted, read and looked up: loaded when `suspect.ts` has a reason. */
import { memoise } from '../../once.ts';
import type { Connection } from '../answer.ts';
import { foldedWords } from '../../text/words.ts';
import { mendBreaks } from './breaks.ts';
import { PaperTable, type LookedUp } from './look-up.ts';
import { readPaste } from './read.ts';
import { readTablePlan } from './table.ts';

export interface PastedQuery {
  /** What to search for: a title alone. Empty: nothing but the papers below. */
  readonly query: string;
  /** What names papers. */
  readonly found: readonly LookedUp[];
  /** Ordinals of the papers that are named, in order, each once. */
  readonly papers: readonly number[];
  /** Of most papers the archive knows no identifier: one that is not found may still be of a paper that is here. */
  readonly unsure: boolean;
}

/** The table of an index: the page's, and that of its suggestions. */
const tableOf = memoise(
  async (index: Connection['index']) => {
    const plan = readTablePlan(new TextDecoder().decode(await index.tableFile()));
    return new PaperTable(plan, (name) => index.tableFile(name));
  },
  { most: 2 },
);

/**
 * Reads a query as something pasted.
 *
 * @returns undefined if it is words like any others
 */
export async function readPasted(
  query: string,
  { index, vocabulary }: Pick<Connection, 'index' | 'vocabulary'>,
): Promise<PastedQuery | undefined> {
  const paste = await readPaste(query);
  if (paste === undefined) return undefined;
  const table = await tableOf(index);
  const found = (await table.find(paste)) ?? [];
  const isKnown = async (word: string): Promise<boolean> =>
    (await vocabulary.exactly(word)) !== undefined;
  return {
    query: await mendBreaks(paste.query, isKnown),
    found,
    papers: [...new Set(found.flatMap(({ places }) => places))],
    unsure: table.identified < index.papers / 2,
  };
}

/** Share of the words of two titles that must be the same for them to be one: one has a slip, or lacks its subtitle. */
const alike = 0.75;

/** Whether a paper's title is the one that was pasted, but for a word or so. */
export function isTitle(title: string, pasted: string): boolean {
  const [one, other] = [new Set(foldedWords(title)), new Set(foldedWords(pasted))];
  return one.intersection(other).size >= alike * Math.max(one.size, other.size);
}
