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
  const space: Run = { text: between, strong: false, em: false, link: undefined };
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

interface OpenLine {
  readonly runs: Writable<Run>[];
  readonly links: InlineLink[];
  first: number;
  last: number;
}

/** What tags among Markdown do to the text between them. */
const styles = new Map([
  ...['b', 'strong'].map((name) => [name, 'strong'] as const),
  ...['i', 'em', 'cite'].map((name) => [name, 'em'] as const),
  ['summary', 'hidden'] as const,
]);

class Writer {
  readonly #lineOf: LineOf;
  readonly #lines: OpenLine[] = [];
  readonly #links: InlineLink[] = [];
  /** How many elements of each style are open. */
  readonly #open = { strong: 0, em: 0, hidden: 0 };
  #line: number;
  #current: OpenLine;

  constructor(lineOf: LineOf, line: number) {
    this.#lineOf = lineOf;
    this.#line = line;
    this.#current = this.#begin();
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

  #begin(): OpenLine {
    const links = this.#links.slice(-1);
    this.#current = { runs: [], links, first: this.#line, last: this.#line };
    this.#lines.push(this.#current);
    return this.#current;
  }

  #node(node: Nodes): void {
    const start = node.position?.start.offset;
    if (start !== undefined) this.#moveTo(this.#lineOf(start));
    switch (node.type) {
      case 'break':
        this.#line = Math.max(this.#line, this.#lineOf(node.position?.end.offset ?? 0));
        this.#begin();
        return;
      case 'heading':
        // The name of a disclosure in a cell is that of a button.
        return node.data?.summary === true ? undefined : this.add(node.children);
      case 'paragraph':
      case 'listItem':
        this.#run('\n');
        return this.add(node.children);
      case 'html':
        return this.#html(node.value);
      case 'image':
        this.#link(restored(node.url), true);
        return;
      case 'link':
        this.#links.push(this.#link(node.url === missing ? undefined : restored(node.url)));
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

  #link(url: string | undefined, image = false): InlineLink {
    const link = { url, image, label: '' };
    this.#current.links.push(link);
    return link;
  }

  #moveTo(line: number): void {
    const { runs, links } = this.#current;
    this.#line = Math.max(line, this.#line);
    this.#current.last = Math.max(this.#current.last, this.#line);
    if (runs.length === 0 && links.length === 0) this.#current.first = this.#line;
  }

  #text(text: string): void {
    for (const part of text.split(/([\n\u2028\u2029])/)) {
      if (part === '\n') {
        this.#line++;
        this.#begin();
      } else if (part === '\u2028' || part === '\u2029') {
        this.#moveTo(this.#line + 1);
        this.#run(part === '\u2029' ? '\n' : ' ');
      } else this.#run(restored(part));
    }
  }

  #run(text: string): void {
    if (text === '' || this.#open.hidden > 0) return;
    for (const around of this.#links) around.label += text;
    const { runs } = this.#current;
    const last = runs.at(-1);
    const link = this.#links.at(-1);
    const strong = this.#open.strong > 0;
    const em = this.#open.em > 0;
    if (last?.strong === strong && last.em === em && last.link === link) last.text += text;
    else runs.push({ text, strong, em, link });
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
      else if (/\shref\s*=/i.test(value)) this.#links.push(this.#link(attributeOf(value, 'href')));
    } else if (name === 'img') this.#link(attributeOf(value, 'src'), true);
    else if (tag.breaks) this.#run('\n');
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
