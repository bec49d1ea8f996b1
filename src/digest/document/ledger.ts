/** The account of a document's lines. */
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { blankLine } from '../account.ts';
import { firstVisible } from '../lines.ts';
import type { LineAccount, ParsedDigest } from '../model.ts';
import type { Reading } from './entry.ts';

const startOf = (line: string): string => {
  const text = line.trim();
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/**
 * Accounts for every line of a document. Of two findings about a line the later counts, and a paper's before all
 * others; a line that none is about is unaccounted, and a problem.
 */
export function digestOf(
  file: string,
  lines: readonly string[],
  { entries, dates, findings }: Reading,
): Omit<ParsedDigest, 'format' | 'why'> {
  const accounts = lines.map((line): LineAccount | undefined =>
    firstVisible(line) === line.length ? blankLine : undefined,
  );
  for (const { extent, kind, why } of [
    ...findings,
    ...entries.flatMap((entry) => entry.findings),
  ]) {
    const account = { kind, reason: `${kind}: ${why}` };
    for (let at = extent.first; at <= extent.last; at++)
      if (accounts[at] !== blankLine) accounts[at] = account;
  }
  const title = accounts.findIndex((account) => account?.kind === 'title');
  const banner = lines.slice(0, title < 0 ? lines.length : title);
  const problems = lines.flatMap((line, at) => {
    if (accounts[at]) return [];
    const why = `it is no part of a paper, and no boilerplate: "${startOf(line)}"`;
    accounts[at] = { kind: 'unaccounted', reason: `unaccounted: ${why}` };
    const where = { file, line: at + 1, column: firstVisible(line) + 1 };
    return [diagnostic('digest/unaccounted-line', where, { why })];
  });
  return {
    dates,
    banner: banner.filter((_, at) => accounts[at]?.kind === 'banner').map((line) => line.trim()),
    papers: entries.map(({ paper }) => paper),
    lines: accounts.flatMap((account) => account ?? []),
    problems,
  };
}
