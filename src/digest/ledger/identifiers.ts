/** Identifiers of a capture that no paper has. */
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { identifiersIn, type FoundIdentifier } from '../identifiers.ts';
import type { Capture, CapturedPaper, ParsedDigest } from '../model.ts';
import { LineTable } from '../records/line-table.ts';

/** Identifiers that one message lists. */
const together = 20;

/** The identifiers in some texts, as `identifiersIn` names them. */
export const namesIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => identifiersIn(text).map(({ name }) => name));

/** The identifiers that a paper has as its own: its arXiv id, its DOI, those of its links. */
export const ownOf = ({ facts: { arxiv = '', doi = '', links = [] } }: CapturedPaper): string[] =>
  namesIn([`arXiv:${arxiv}`, doi, ...links.map(({ url }) => url)]);

/** Those that its text speaks of. */
const spokenOf = ({ title, abstract = '', facts: { comment = '' } }: CapturedPaper): string[] =>
  namesIn([title, abstract, comment]);

/**
 * Identifiers that no paper has, each once. One that the text of a paper speaks of is placed where that paper
 * stands and nowhere else; a record that has its own may hold any others, such as its references, for its
 * fields are accounted for.
 */
function unplacedIn(
  text: string,
  { papers, records = [] }: ParsedDigest,
  table: LineTable,
): FoundIdentifier[] {
  const placed = papers.map((paper) => {
    const [first, last] = paper.lines;
    const record = records[(paper.record ?? 0) - 1];
    const { start, end } = record ?? { start: table.startOf(first), end: table.endOf(last) };
    return { paper, own: ownOf(paper), isRecord: record !== undefined, start, end };
  });
  placed.sort((one, other) => one.start - other.start);
  const known = new Set(placed.flatMap(({ own }) => own));
  /** How far the papers reach, of those up to a place in the text, that speak of a name, and that hold any. */
  const reach = new Map<string, number>();
  let whole = 0;
  let next = 0;
  return identifiersIn(text).filter(({ name, at }) => {
    for (let one = placed[next]; one && one.start <= at; one = placed[++next]) {
      if (one.isRecord && one.own.length > 0) whole = Math.max(whole, one.end);
      for (const spoken of spokenOf(one.paper))
        reach.set(spoken, Math.max(reach.get(spoken) ?? 0, one.end));
    }
    if (known.has(name) || at < Math.max(whole, reach.get(name) ?? 0)) return false;
    known.add(name);
    return true;
  });
}

/**
 * Tells the identifiers of a capture that no paper has: a paper may have been missed there.
 *
 * @returns one `digest/unplaced-id` for up to twenty of them, at the place of its first
 */
export function unplacedIdentifiers({ file, text }: Capture, parsed: ParsedDigest): Diagnostic[] {
  const table = new LineTable(text);
  const unplaced = unplacedIn(text, parsed, table);
  const problems: Diagnostic[] = [];
  for (let from = 0; from < unplaced.length; from += together) {
    const some = unplaced.slice(from, from + together);
    const told = some.map(({ name, at }) => {
      const { line, column } = table.positionOf(at);
      return `${name} (line ${String(line)}, column ${String(column)})`;
    });
    const where = { file, ...table.positionOf(some[0]?.at ?? 0) };
    problems.push(diagnostic('digest/unplaced-id', where, { ids: told.join(', ') }));
  }
  return problems;
}
