/** Reports about a day's papers that speak of each by its id, in lists and tables. */
import type { Block } from './block.ts';
import { entryOf, type Finding, type FoundEntries } from './entry.ts';
import { Gathering } from './facts.ts';
import { emphasisOf, type Inline } from './inline.ts';

const idPattern = '(?<id>\\d{4}\\.\\d{4,5})(?:v\\d{1,2})?';
const idFirst = new RegExp(`^[[(]?${idPattern}[\\])]?\\s?[—–:|-]\\s?(?<title>.{4,400})$`);
const idLast = new RegExp(
  `^(?<title>.{4,400}?)\\s[—–|-]\\s[[(]?${idPattern}[\\])]?(?:\\s?[—–|-].*)?$`,
);
const idAlone = new RegExp(`^${idPattern}$`);
const idSaid = new RegExp(`^${idPattern}\\s?:\\s`);

interface Mention {
  readonly id: string;
  readonly title: string;
}

type Shape = (inline: Inline) => RegExpExecArray | null;

/** `2608.05102 — Title`: an item that is a link, and nothing else. */
const titled: Shape = ({ text, links: [link, other] }) =>
  link && !other && link.label === text ? idFirst.exec(text) : null;

/** `Title — 2608.05102 — [HF](…) — [arXiv](…)`. */
const sourced: Shape = ({ text, links }) => (links.length > 0 ? idLast.exec(text) : null);

function mentionIn({ kind, inline }: Block, ...shapes: readonly Shape[]): Mention | undefined {
  if (kind !== 'item' || inline.text.length > 2000) return undefined;
  const found = shapes.map((shape) => shape(inline)).find((match) => match !== null);
  const { id = '', title = '' } = found?.groups ?? {};
  return found && { id, title: title.trim() };
}

interface Reported extends Mention {
  readonly block: Block;
  readonly texts: string[];
  readonly gathering: Gathering;
}

function mentions(blocks: readonly Block[], shape: Shape): ReadonlyMap<string, Reported> {
  const found = new Map<string, Reported>();
  for (const block of blocks) {
    const mention = mentionIn(block, shape);
    if (!mention || found.has(mention.id)) continue;
    const gathering = new Gathering();
    gathering.say('arxiv', mention.id);
    found.set(mention.id, { ...mention, block, texts: [], gathering });
  }
  return found;
}

/** Takes what a row says of the paper whose id it begins with; undefined if it is about several. */
function readRow(
  cells: readonly Inline[],
  columns: readonly string[],
  papers: ReadonlyMap<string, Reported>,
): Omit<Finding, 'extent'> | undefined {
  const [id = '', second = ''] = cells.map(({ text }) => idAlone.exec(text)?.groups?.id ?? '');
  const paper = papers.get(id);
  if (!paper || second !== '') return undefined;
  let said = 0;
  for (const [index, cell] of cells.entries()) {
    paper.gathering.link(cell.links);
    const words = cell.links.reduce((rest, { label }) => rest.replace(label, ''), cell.text);
    if (index === 0 || !/\p{L}{2}/u.test(words)) continue;
    const told = emphasisOf(cell.text, cell);
    paper.texts.push(said++ === 0 ? told : `${columns[index] ?? ''}: ${told}`);
  }
  return { kind: said > 0 ? 'abstract' : 'meta', why: `what the report says of ${id}` };
}

/** Takes the sources of a paper, or what an item says of one; a string: what else the item is. */
function readItem(
  block: Block,
  papers: ReadonlyMap<string, Reported>,
): Omit<Finding, 'extent'> | string {
  const { inline } = block;
  const mention = mentionIn(block, titled, sourced);
  const said = mention ? null : idSaid.exec(inline.text);
  const paper = papers.get(mention?.id ?? said?.groups?.id ?? '');
  if (!paper)
    return mention ? `a paper of another day, ${mention.id}` : 'an item about several papers';
  if (mention) {
    paper.gathering.link(inline.links);
    return { kind: 'meta', why: `the sources of ${mention.id}` };
  }
  paper.texts.push(emphasisOf(inline.text.slice(said?.[0].length).trim(), inline));
  return { kind: 'abstract', why: `what the report says of ${paper.id}` };
}

export interface Report extends FoundEntries {
  /** What the report says of papers elsewhere than where it lists them. */
  readonly findings: readonly Finding[];
  /** What blocks are that are about no one paper. */
  readonly others: ReadonlyMap<number, string>;
}

/** Reads a report; undefined if fewer than two papers are listed by id and title. */
export function readReport(blocks: readonly Block[]): Report | undefined {
  const detailed = mentions(blocks, titled);
  const papers = detailed.size > 1 ? detailed : mentions(blocks, sourced);
  if (papers.size < 2) return undefined;
  const findings: Finding[] = [];
  const others = new Map<number, string>();
  const taken = new Set<number>();
  /** Names of the columns of the table that is being read. */
  let columns: readonly string[] | undefined;
  for (const [at, block] of blocks.entries()) {
    const { kind, cells = [] } = block;
    const isHead = kind === 'row' && (!columns || block.is === 'head');
    if (kind !== 'row') columns = undefined;
    else if (isHead) columns = cells.map(({ text }) => text);
    const read =
      kind === 'item'
        ? readItem(block, papers)
        : kind === 'row' && !isHead
          ? (readRow(cells, columns ?? [], papers) ?? 'a row of a table about several papers')
          : undefined;
    if (isHead) others.set(at, 'the head of a table');
    else if (typeof read === 'string') others.set(at, read);
    else if (read) {
      findings.push({ extent: block, ...read });
      taken.add(at);
    }
  }
  const entries = [...papers.values()].map(({ id, title, block, texts, gathering }) =>
    entryOf({
      block,
      why: `the report's list names ${id}`,
      title,
      abstract: texts.join('\n\n'),
      facts: gathering.facts(),
    }),
  );
  return { entries, taken, findings, others };
}
