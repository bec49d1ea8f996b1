/** Hugging Face's pages as Markdown: a title, and the blocks around it that are the paper's. */
import type { StatedDate } from '../model.ts';
import { boilerplateOf } from '../plain/boilerplate.ts';
import { whatBlocks, type Block } from './block.ts';
import { dayIn } from '../days.ts';
import { headingDay } from './dates.ts';
import { entryOf, type Finding, type MarkdownEntry, type Reading } from './entry.ts';
import { Gathering } from './facts.ts';
import { emphasisOf } from './inline.ts';
import { see, whatOf, withoutCounts, withoutTornBracket, type Role, type Seen } from './seen.ts';
import { isTitle, titleOf, titleSign, type TitleSign } from './titles.ts';

/** The blocks of one paper. */
interface PageEntry {
  readonly title: Seen;
  readonly opening: readonly Seen[];
  readonly abstract: Seen[];
  readonly facts: Seen[];
}

const isCount = (role: Role): boolean => role === 'votes' || role === 'comments';

/** The paper that the blocks make. */
function pageEntry({ title, opening, abstract, facts }: PageEntry): MarkdownEntry {
  const gathering = new Gathering();
  for (const { inline, role, text } of [title, ...opening, ...facts]) {
    gathering.link(inline.links);
    if (role === 'votes') gathering.say('upvotes', /\d[\d,]{0,9}/.exec(text)?.[0] ?? '');
    if (role === 'names')
      gathering.say('authors', text.replace(/^[^:：]{1,30}[:：][\s*_]{0,9}/, ''));
  }
  for (const { inline, role } of [...facts, ...opening]) {
    const dated = role === 'date' || role === 'link' || role === 'words';
    const text = dated ? withoutCounts(inline) : '';
    if (dayIn(text)) gathering.say('date', text);
  }
  const texts = abstract.map(({ inline }) =>
    emphasisOf(withoutTornBracket(inline.text), inline).replaceAll('\n', '\n\n'),
  );
  return entryOf({
    block: title.block,
    why: abstract.length === 0 ? 'no abstract follows' : 'followed by its abstract',
    title: titleOf(title.inline),
    abstract: texts.join('\n\n'),
    facts: gathering.facts(),
    findings: [
      ...abstract.map(({ block }) => ({
        extent: block,
        kind: 'abstract' as const,
        why: 'text under the title',
      })),
      ...[...opening, ...facts].map(({ block, role, boilerplate }) => ({
        extent: block,
        kind: 'meta' as const,
        why: isCount(role) ? whatOf[role] : (boilerplate?.what ?? whatOf[role]),
      })),
    ],
  });
}

interface PageReading extends Reading {
  /** Lines that only Hugging Face's pages have. */
  readonly telling: number;
  /** By what titles were told. */
  readonly sign: string;
}

/** Prose outside of papers that is no shorter is not understood. */
const longProse = 300;

class Page {
  readonly #blocks: readonly Block[];
  readonly #titles: ReadonlySet<number>;
  readonly #lastTitle: number;
  readonly #sign: TitleSign | undefined;
  readonly #entries: PageEntry[] = [];
  readonly #dates: StatedDate[] = [];
  readonly #findings: Finding[] = [];
  #pending: Seen[] = [];
  #current: PageEntry | undefined;
  #telling = 0;
  /** Whether the submitter stands before the title, as the first one shows. */
  #submitterFirst: boolean | undefined;

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    this.#sign = titleSign(blocks);
    const titles = blocks.flatMap((block, at) => (isTitle(block, this.#sign) ? [at] : []));
    this.#titles = new Set(titles);
    this.#lastTitle = titles.at(-1) ?? -1;
  }

  read(): PageReading {
    for (const [at, block] of this.#blocks.entries()) this.#block(block, at);
    for (const { block, role } of this.#pending)
      this.#find(block, 'footer', `${whatOf[role]}, of an entry that the capture cuts off`);
    return {
      entries: this.#entries.map(pageEntry),
      dates: this.#dates,
      findings: this.#findings,
      telling: this.#telling,
      sign: this.#sign?.is === 'link' ? 'links' : 'headings',
    };
  }

  #find(extent: Block, kind: Finding['kind'], why: string): void {
    this.#findings.push({ extent, kind, why });
  }

  #block(block: Block, at: number): void {
    if (this.#titles.has(at)) {
      this.#current = { title: see(block), opening: this.#pending, abstract: [], facts: [] };
      this.#entries.push(this.#current);
      this.#pending = [];
    } else if (block.kind === 'frontmatter' || block.kind === 'definition') {
      const place = block.kind === 'frontmatter' ? 'banner' : 'footer';
      this.#find(block, place, whatBlocks[block.kind]);
    } else if (/^(?:rule|html|code|row)$/.test(block.kind)) {
      const isAfter = at > this.#lastTitle && this.#current === undefined;
      const place = this.#entries.length === 0 ? 'banner' : isAfter ? 'footer' : 'meta';
      this.#find(block, place, whatBlocks[block.kind]);
    } else this.#read(see(block), at);
  }

  #read(seen: Seen, at: number): void {
    if (seen.boilerplate?.telling === true) this.#telling++;
    if (seen.block.kind === 'heading') return this.#section(seen, at);
    const goesOn = this.#pending.length > 0 && !this.#isFooter(seen, at);
    if (goesOn || this.#opens(seen, at)) this.#pending.push(seen);
    else if (this.#current) this.#inside(this.#current, seen, at);
    else this.#outside(seen, at);
  }

  /** A heading that is no title: the name of the page, a day, a section. */
  #section(seen: Seen, at: number): void {
    const day = headingDay(seen.text);
    const isAfter = at > this.#lastTitle && this.#entries.length > 0;
    if (isAfter) this.#find(seen.block, 'footer', 'a heading after the papers');
    else if (day) this.#date(seen, day);
    else this.#find(seen.block, 'banner', 'a heading of the page');
    if (at > this.#lastTitle) this.#current = undefined;
  }

  #date({ block, text }: Seen, day: Omit<StatedDate, 'text' | 'line'>): void {
    this.#dates.push({ text, ...day, line: block.first + 1 });
    this.#find(block, 'date', 'a day');
  }

  /** Whether a block is of the paper whose title is still to come. */
  #opens({ id, role }: Seen, at: number): boolean {
    const entry = this.#current;
    const own =
      entry && (entry.title.id ?? entry.opening.find((seen) => seen.id !== undefined)?.id);
    // After the last title: of a paper that the capture cuts off.
    if (at > this.#lastTitle)
      return entry !== undefined && role === 'votes' && id !== undefined && own !== id;
    if (role === 'submitter') {
      this.#submitterFirst ??= entry === undefined;
      return this.#submitterFirst || entry === undefined || has(entry, 'submitter');
    }
    const titleFollows = this.#titles.has(at + 1);
    if (role === 'votes' && titleFollows && (entry === undefined || id === undefined)) return true;
    if (id === undefined) return false;
    if (!entry || own !== id) return role !== 'prose';
    if (role === 'votes') return has(entry, 'votes');
    return role === 'image' && entry.abstract.length > 0;
  }

  #isFooter({ boilerplate, inline, role }: Seen, at: number): boolean {
    if (at <= this.#lastTitle) return false;
    if (boilerplate?.places.includes('footer') === true) return true;
    // `[Previous](…)[Next](…)`: the links of the page's foot on one line.
    const labels = inline.links.flatMap(({ image, label }) =>
      image || label === '' ? [] : [label],
    );
    return (
      role === 'link' &&
      labels.length > 1 &&
      labels.every((label) => boilerplateOf(label)?.places.includes('footer') === true)
    );
  }

  #inside(entry: PageEntry, seen: Seen, at: number): void {
    const { role, boilerplate } = seen;
    // A day between two papers that is neither's: the one before it has its own.
    const between = role === 'date' && at < this.#lastTitle && entry.abstract.length > 0;
    const day = between && has(entry, 'date') ? dayIn(seen.text) : undefined;
    if (role === 'prose') entry.abstract.push(seen);
    else if (this.#isFooter(seen, at) && boilerplate?.places.includes('meta') !== true) {
      this.#current = undefined;
      this.#outside(seen, at);
    } else if (day) this.#date(seen, day);
    else entry.facts.push(seen);
  }

  /** Before the first paper, after the last one, or between two. */
  #outside(seen: Seen, at: number): void {
    const { role, boilerplate, block, text } = seen;
    const isBefore = this.#entries.length === 0;
    const day = isBefore && role === 'date' ? dayIn(text) : undefined;
    if (day) return this.#date(seen, day);
    const isAfter = at > this.#lastTitle;
    if (isAfter && role === 'prose' && text.length >= longProse) return;
    const where = isBefore
      ? 'a line before the first paper'
      : isAfter
        ? 'a line after the last paper'
        : 'a line between two papers';
    this.#find(block, isAfter && !isBefore ? 'footer' : 'banner', boilerplate?.what ?? where);
  }
}

const has = ({ opening, facts }: PageEntry, role: Role): boolean =>
  [...opening, ...facts].some((seen) => seen.role === role);

/** Reads the blocks of a page and accounts for their lines. */
export const readPage = (blocks: readonly Block[]): PageReading => new Page(blocks).read();
