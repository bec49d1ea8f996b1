/** The account of a document's lines. */
import { LineLedger } from '../line-ledger.ts';
import { beginning } from '../lines.ts';
import type { ParsedDigest } from '../model.ts';
import type { Reading } from './entry.ts';

/**
 * Accounts for every line of a document. Of two findings about a line the later counts, and a paper's before all
 * others; a line that none is about is unaccounted, and a problem.
 */
export function digestOf(
  file: string,
  lines: readonly string[],
  { entries, dates, findings }: Reading,
): Omit<ParsedDigest, 'format' | 'why'> {
  const ledger = new LineLedger(lines);
  for (const { extent, kind, why } of [...findings, ...entries.flatMap((entry) => entry.findings)])
    ledger.rebook(extent.first, extent.last, kind, why);
  const account = ledger.close(
    file,
    (line) => `it is no part of a paper, and no boilerplate: "${beginning(line.trim(), 40)}"`,
  );
  const title = account.lines.findIndex(({ kind }) => kind === 'title');
  const banner = lines.slice(0, title < 0 ? lines.length : title);
  return {
    dates,
    banner: banner
      .filter((_, at) => account.lines[at]?.kind === 'banner')
      .map((line) => line.trim()),
    papers: entries.map(({ paper }) => paper),
    ...account,
  };
}
