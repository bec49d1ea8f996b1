/** The text of a block as its reader sees it: stretches in one style, and the links in it. */
import type { Nodes, PhrasingContent } from 'mdast';
import { emphasisedAs, type Emphasis } from '../../text/emphasis.ts';
import { trimLine } from '../lines.ts';
import { missing } from './markdown.ts';
import { restored } from './protect.ts';
import { attributeOf, tagIn } from './tags.ts';

/** A link or an image; the address is unknown where its reference is missing. */
export interface InlineLink {
  readonly url: string | undefined;
  readonly image: boolean;
  /** Its text, images left out. */
  label: string;
}

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  readonly code: boolean;
  readonly link: InlineLink | undefined;
}

export interface Inline {
  readonly runs: readonly Run[];
  /** The text without marks; images are left out, `<br>` is a line break. */
  readonly text: string;
  readonly links: readonly InlineLink[];
}

/** A line of the capture, and what of a block stands on it. */
export interface InlineLine extends Inline {
  /** First and last line, counted from 0: links and headings may go on over several. */
  readonly first: number;
  readonly last: number;
}

/** Line of an offset, counted from 0. */
export type LineOf = (offset: number) => number;

export const nothing: Inline = { runs: [], text: '', links: [] };

const plain: Omit<Run, 'text'> = { strong: false, em: false, code: false, link: undefined };

/** Whether all of a text is in bold, a colon behind it aside. */
export const isBold = ({ runs, text }: Inline): boolean =>
  text !== '' && runs.every((run) => run.strong || /^[\s:：]*$/.test(run.text));

/** The text of runs, as it is written. */
export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** Runs from one to another, `end` exclusive. */
export type Span = readonly [start: number, end: number];

/** The first run that is as asked for, with those after it that share a link or a style with it. */
export function stretch(
  runs: readonly Run[],
  is: (run: Run) => boolean,
  shares: (run: Run, first: Run) => boolean,
): Span | undefined {
  const start = runs.findIndex(is);
  const first = runs[start];
  if (!first) return undefined;
  const end = runs.findIndex((run, at) => at > start && !shares(run, first));
  return [start, end < 0 ? runs.length : end];
}

/** White space as one space, line breaks kept; none at the ends. */
function squeeze(text: string): string {
  return trimLine(text.replaceAll(/[^\S\n]+/g, ' ').replaceAll(/ ?\n[ \n]*/g, '\n'));
}

/** Runs as an inline of their own. */
function inlineOf(runs: readonly Run[], links?: readonly InlineLink[]): Inline {
  const own = links ?? [...new Set(runs.flatMap(({ link }) => link ?? []))];
  return { runs, text: squeeze(textOf(runs)), links: own };
}

/** Lines of a block as one inline, with a blank between them, or, of the cells of a table, a line break. */
export function joinedLines(lines: readonly Inline[], between = ' '): Inline {
  const [only] = lines;
  if (lines.length === 1 && only) return only;
  const space: Run = { ...plain, text: between };
  const runs = lines.flatMap(({ runs: own }, index) => (index === 0 ? own : [space, ...own]));
  return inlineOf(runs, [...new Set(lines.flatMap(({ links }) => links))]);
}

/** A line of the capture as the lines that `<br>` makes of it. */
export function brokenLines(line: InlineLine): InlineLine[] {
  if (!line.text.includes('\n')) return [line];
  const parts: Run[][] = [[]];
  for (const run of line.runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) parts.push([]);
      if (text !== '') parts.at(-1)?.push({ ...run, text });
    }
  }
  return parts
    .map((runs) => ({ ...line, ...inlineOf(runs) }))
    .filter(({ text, links }) => text !== '' || links.length > 0);
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What tags among Markdown do to the text between them. */
const styles = new Map([
  ...['b', 'strong'].map((name) => [name, 'strong'] as const),
  ...['i', 'em', 'cite'].map((name) => [name, 'em'] as const),
  ['summary', 'hidden'] as const,
]);

class Writer {
  readonly #lineOf: LineOf;
  readonly #lines: { runs: Writable<Run>[]; links: InlineLink[]; first: number; last: number }[] =
    [];
  readonly #links: InlineLink[] = [];
  /** How many elements of each style are open. */
  readonly #open = { strong: 0, em: 0, hidden: 0 };
  #line: number;

  constructor(lineOf: LineOf, line: number) {
    this.#lineOf = lineOf;
    this.#line = line;
    this.#begin();
  }

  lines(): InlineLine[] {
    for (const { links } of this.#lines) for (const link of links) link.label = squeeze(link.label);
    return this.#lines
      .map(({ runs, links, first, last }) => ({ ...inlineOf(runs, links), first, last }))
      .filter(({ text, links }) => text !== '' || links.length > 0);
  }

  add(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.#node(node);
  }

  #begin(): void {
    this.#lines.push({ runs: [], links: [], first: this.#line, last: this.#line });
    const link = this.#links.at(-1);
    if (link) this.#lines.at(-1)?.links.push(link);
  }

  #node(node: Nodes): void {
    const start = node.position?.start.offset;
    if (start !== undefined) this.#moveTo(this.#lineOf(start));
    switch (node.type) {
      case 'text':
        return this.#text(node.value);
      case 'inlineCode':
        return this.#text(node.value, true);
      case 'break':
        this.#line = Math.max(this.#line, this.#lineOf(node.position?.end.offset ?? 0));
        return this.#begin();
      case 'heading':
        // The name of a disclosure in a cell is that of a button.
        return node.data?.summary === true ? undefined : this.add(node.children);
      case 'paragraph':
      case 'listItem':
        this.#run('\n', false);
        return this.add(node.children);
      case 'html':
        return this.#html(node.value);
      case 'image':
        return this.#image(restored(node.url));
      case 'link':
        this.#link(node.url === missing ? undefined : restored(node.url));
        this.add(node.children);
        this.#links.pop();
        return;
      case 'strong':
      case 'emphasis': {
        const style = node.type === 'strong' ? 'strong' : 'em';
        this.#open[style]++;
        this.add(node.children);
        this.#open[style]--;
        return;
      }
      default:
        if ('children' in node) this.add(node.children);
        else if ('value' in node) this.#text(node.value);
    }
  }

  #link(url: string | undefined): void {
    const link: InlineLink = { url, image: false, label: '' };
    this.#links.push(link);
    this.#lines.at(-1)?.links.push(link);
  }

  #image(url: string | undefined): void {
    this.#lines.at(-1)?.links.push({ url, image: true, label: '' });
  }

  #moveTo(line: number): void {
    const last = this.#lines.at(-1);
    this.#line = Math.max(line, this.#line);
    if (last) last.last = Math.max(last.last, this.#line);
    if (last?.runs.length === 0 && last.links.length === 0) last.first = this.#line;
  }

  #text(text: string, code = false): void {
    for (const part of text.split(/([\n\u2028\u2029])/)) {
      if (part === '\n') {
        this.#line++;
        this.#begin();
      } else if (part === '\u2028' || part === '\u2029') {
        this.#moveTo(this.#line + 1);
        this.#run(part === '\u2029' ? '\n' : ' ', code);
      } else this.#run(restored(part), code);
    }
  }

  #run(text: string, code: boolean): void {
    if (text === '' || this.#open.hidden > 0) return;
    for (const around of this.#links) around.label += text;
    const runs = this.#lines.at(-1)?.runs ?? [];
    const last = runs.at(-1);
    const link = this.#links.at(-1);
    const strong = this.#open.strong > 0;
    const em = this.#open.em > 0;
    const same =
      last?.strong === strong && last.em === em && last.code === code && last.link === link;
    if (last && same) last.text += text;
    else runs.push({ text, strong, em, code, link });
  }

  /** A tag among the text. The name of a button is left out; an unknown tag is text: `the <IS> turn`. */
  #html(value: string): void {
    const tag = tagIn(value);
    if (!tag) return this.#text(value);
    const { name, closes } = tag;
    const style = styles.get(name);
    if (style) this.#open[style] = Math.max(0, this.#open[style] + (closes ? -1 : 1));
    else if (name === 'a') {
      if (closes) this.#links.pop();
      else if (/\shref\s*=/i.test(value)) this.#link(attributeOf(value, 'href'));
    } else if (name === 'img') {
      this.#image(attributeOf(value, 'src'));
    } else if (tag.breaks) this.#run('\n', false);
  }
}

/**
 * Reads the text of a block, line by line of the capture. Marks are resolved, tags and images removed, the text of
 * links is kept.
 *
 * @param line where the block begins, counted from 0
 */
export function readLines(
  nodes: readonly (PhrasingContent | Nodes)[],
  lineOf: LineOf,
  line: number,
): InlineLine[] {
  const writer = new Writer(lineOf, line);
  writer.add(nodes);
  return writer.lines();
}

const emphases = ['strong', 'em'] as const satisfies readonly Emphasis[];

/**
 * A part of an inline's text with the emphasis that it has there, marked: see text/emphasis.ts.
 *
 * @param text what was taken from it; the white space may be another
 */
export const emphasisOf = (text: string, { runs }: Pick<Inline, 'runs'>): string =>
  emphasisedAs(
    text,
    runs.map((run) => [run.text, new Set(emphases.filter((style) => run[style]))]),
  );
