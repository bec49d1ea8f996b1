/** Identifiers of a capture that no paper has. */
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { identifiersIn, type FoundIdentifier } from '../identifiers.ts';
import type { Capture, CapturedPaper, ParsedDigest, TextRange } from '../model.ts';
import { LineTable } from '../records/line-table.ts';

/** Identifiers that one message lists. */
const together = 20;

const namesIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => identifiersIn(text).map(({ name }) => name));

/** The identifiers that a paper has as its own: its arXiv id, its DOI, those of its links. */
const ownOf = ({ facts: { arxiv = '', doi = '', links = [] } }: CapturedPaper): string[] =>
  namesIn([`arXiv:${arxiv}`, doi, ...links.map(({ url }) => url)]);

/** Those that its text speaks of. */
const spokenOf = ({ title, abstract = '', facts: { comment = '' } }: CapturedPaper): string[] =>
  namesIn([title, abstract, comment]);

/** Parts of a text, added in the order of their beginnings and asked for in the order of the text. */
class Cover {
  readonly #parts: TextRange[] = [];
  #next = 0;
  #end = 0;

  add(part: TextRange): void {
    this.#parts.push(part);
  }

  holds(at: number): boolean {
    for (; (this.#parts[this.#next]?.start ?? Infinity) <= at; this.#next++)
      this.#end = Math.max(this.#end, this.#parts[this.#next]?.end ?? 0);
    return at < this.#end;
  }
}

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
  const known = new Set<string>();
  const spoken = new Map<string, Cover>();
  const whole = new Cover();
  const placed = papers.map((paper) => {
    const [first, last] = paper.lines;
    const record = records[(paper.record ?? 0) - 1];
    const part = record ?? { start: table.startOf(first), end: table.endOf(last) };
    return { paper, isRecord: record !== undefined, part };
  });
  for (const { paper, isRecord, part } of placed.toSorted((a, b) => a.part.start - b.part.start)) {
    const own = ownOf(paper);
    for (const name of own) known.add(name);
    if (isRecord && own.length > 0) whole.add(part);
    for (const name of spokenOf(paper)) {
      const cover = spoken.get(name) ?? new Cover();
      cover.add(part);
      spoken.set(name, cover);
    }
  }
  return identifiersIn(text).filter(({ name, at }) => {
    if (known.has(name) || whole.holds(at) || spoken.get(name)?.holds(at)) return false;
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
  const unplaced = unplacedIn(text, parsed, table).map(({ name, at }) => {
    const { line, column } = table.positionOf(at);
    return { line, column, told: `${name} (line ${String(line)}, column ${String(column)})` };
  });
  const problems: Diagnostic[] = [];
  for (let from = 0; from < unplaced.length; from += together) {
    const some = unplaced.slice(from, from + together);
    const [{ line, column } = { line: 1, column: 1 }] = some;
    const ids = some.map(({ told }) => told).join(', ');
    problems.push(diagnostic('digest/unplaced-id', { file, line, column }, { ids }));
  }
  return problems;
}
