/** Reports about a day's papers that speak of each by its id, in lists and tables. */
import type { CapturedPaper, StatedDate } from '../model.ts';
import { addressesOf } from './address.ts';
import type { Block } from './block.ts';
import { headingDay } from './dates.ts';
import { notationOf } from './entry.ts';
import { emphasisOf, type Inline, type InlineLink } from './inline.ts';
import type { Ledger } from './ledger.ts';

interface Mention {
  readonly id: string;
  readonly title: string;
}

interface Reported {
  readonly id: string;
  readonly title: string;
  readonly block: Block;
  readonly texts: string[];
  readonly links: InlineLink[];
}

const idPattern = '(\\d{4}\\.\\d{4,5})(?:v\\d{1,2})?';
const idFirst = new RegExp(`^[[(]?${idPattern}[\\])]?\\s?[—–:|-]\\s?(.{4,400})$`);
const idLast = new RegExp(`^(.{4,400}?)\\s[—–|-]\\s[[(]?${idPattern}[\\])]?(?:\\s?[—–|-].*)?$`);
const idAlone = new RegExp(`^${idPattern}$`);
const idSaid = new RegExp(`^${idPattern}\\s?:\\s`);

/** `2608.05102 — Title`: an item that is a link, and nothing else. */
function titled(inline: Inline): Mention | undefined {
  const [link, other] = inline.links;
  if (!link || other || link.label !== inline.text) return undefined;
  const found = idFirst.exec(inline.text);
  return found ? { id: found[1] ?? '', title: (found[2] ?? '').trim() } : undefined;
}

/** `Title — 2608.05102 — [HF](…) — [arXiv](…)`. */
function sourced(inline: Inline): Mention | undefined {
  const found = inline.links.length > 0 ? idLast.exec(inline.text) : null;
  return found ? { id: found[2] ?? '', title: (found[1] ?? '').trim() } : undefined;
}

function mentions(
  blocks: readonly Block[],
  read: (inline: Inline) => Mention | undefined,
): Map<string, Reported> {
  const found = new Map<string, Reported>();
  for (const block of blocks) {
    if (block.kind !== 'item' || block.inline.text.length > 2000) continue;
    const mention = read(block.inline);
    if (mention && !found.has(mention.id)) {
      found.set(mention.id, { ...mention, block, texts: [], links: [] });
    }
  }
  return found;
}

/** The papers that a report lists by id and title; none if it is no such report. */
function reportedPapers(blocks: readonly Block[]): Map<string, Reported> {
  const detailed = mentions(blocks, titled);
  return detailed.size > 1 ? detailed : mentions(blocks, sourced);
}

class Report {
  readonly #papers: ReadonlyMap<string, Reported>;
  readonly #ledger: Ledger;
  readonly #dates: StatedDate[] = [];
  /** Names of the columns of the table that is being read. */
  #columns: readonly string[] = [];
  #inTable = false;
  #last = 0;

  constructor(papers: ReadonlyMap<string, Reported>, ledger: Ledger) {
    this.#papers = papers;
    this.#ledger = ledger;
    for (const { block } of papers.values()) this.#last = Math.max(this.#last, block.first);
  }

  read(blocks: readonly Block[]): readonly StatedDate[] {
    for (const block of blocks) {
      if (block.kind !== 'row') this.#inTable = false;
      if (block.kind === 'row') this.#row(block);
      else if (block.kind === 'item') this.#item(block);
      else this.#other(block);
    }
    for (const { id, block } of this.#papers.values()) {
      this.#ledger.set(block, 'title', `the report's list names ${id}`);
    }
    return this.#dates;
  }

  #place(block: Block): 'banner' | 'footer' {
    return block.first > this.#last ? 'footer' : 'banner';
  }

  #other(block: Block): void {
    const text = block.kind === 'heading' ? block.inline.text : '';
    const day = text === '' || this.#dates.length > 0 ? undefined : headingDay(text);
    if (day) {
      this.#dates.push({ text, ...day, line: block.first + 1 });
      this.#ledger.set(block, 'date', 'the heading, with the day of the report');
    } else {
      const what =
        block.kind === 'heading' ? 'the heading of a section' : 'text about several papers';
      this.#ledger.set(block, this.#place(block), block.kind === 'rule' ? 'a rule' : what);
    }
  }

  #row(block: Block): void {
    const { cells: inlines = [] } = block;
    if (!this.#inTable || block.is === 'head') {
      this.#inTable = true;
      this.#columns = inlines.map(({ text }) => text);
      return this.#ledger.set(block, this.#place(block), 'the head of a table');
    }
    const id = idAlone.exec(inlines[0]?.text ?? '')?.[1] ?? '';
    const paper = this.#papers.get(id);
    const several = idAlone.test(inlines[1]?.text ?? '');
    if (!paper || several)
      return this.#ledger.set(block, this.#place(block), 'a row of a table about several papers');
    let said = 0;
    inlines.forEach(({ text, links }, index) => {
      paper.links.push(...links);
      const words = links.reduce((rest, { label }) => rest.replace(label, ''), text);
      if (index === 0 || !/\p{L}{2}/u.test(words)) return;
      const told = emphasisOf(text, inlines[index] ?? { runs: [] });
      paper.texts.push(said === 0 ? told : `${this.#columns[index] ?? ''}: ${told}`);
      said++;
    });
    this.#ledger.set(block, said > 0 ? 'abstract' : 'meta', `what the report says of ${id}`);
  }

  #item(block: Block): void {
    const { inline } = block;
    const mention = titled(inline) ?? sourced(inline);
    const known = mention && this.#papers.get(mention.id);
    if (known) {
      known.links.push(...inline.links);
      return this.#ledger.set(block, 'meta', `the sources of ${mention.id}`);
    }
    if (mention)
      return this.#ledger.set(block, this.#place(block), `a paper of another day, ${mention.id}`);
    const said = idSaid.exec(inline.text);
    const paper = this.#papers.get(said?.[1] ?? '');
    if (!said || !paper)
      return this.#ledger.set(block, this.#place(block), 'an item about several papers');
    paper.texts.push(emphasisOf(inline.text.slice(said[0].length).trim(), inline));
    this.#ledger.set(block, 'abstract', `what the report says of ${paper.id}`);
  }
}

function captured({ id, title, block, texts, links }: Reported): CapturedPaper {
  const { doi, links: others } = addressesOf(
    links.filter(({ url }) => /^https?:/i.test(url ?? '')),
  );
  const abstract = texts.join('\n\n');
  return {
    title,
    ...(abstract === '' ? {} : { abstract }),
    notation: notationOf(abstract),
    lines: [block.first + 1, block.last + 1],
    facts: {
      arxiv: id,
      ...(doi === undefined ? {} : { doi }),
      ...(others.length === 0 ? {} : { links: others }),
    },
  };
}

/**
 * Reads a report and accounts for its lines.
 *
 * @returns undefined if fewer than two papers are listed by id and title
 */
export function readReport(
  blocks: readonly Block[],
  ledger: Ledger,
):
  { readonly papers: readonly CapturedPaper[]; readonly dates: readonly StatedDate[] } | undefined {
  const papers = reportedPapers(blocks);
  if (papers.size < 2) return undefined;
  const dates = new Report(papers, ledger).read(blocks);
  return { papers: [...papers.values()].map(captured), dates };
}
