/** Inline Markdown as its reader sees it: plain text, and the links in it. */
import { emphasisedAs, type Emphasis } from '../../text/emphasis.ts';
import { trimLine } from '../lines.ts';
import { Scanner, type InlineLink, type InlineOptions, type Node } from './scanner.ts';

export type { InlineLink, InlineOptions } from './scanner.ts';

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

/** Runs of text from nodes; what brackets turned out to be literal is text again. */
function runsOf(nodes: readonly Node[]): Run[] {
  const runs: { -readonly [Key in keyof Run]: Run[Key] }[] = [];
  const links: InlineLink[] = [];
  let strong = 0;
  let em = 0;
  const add = (text: string, code = false): void => {
    if (text === '') return;
    const link = links.at(-1);
    for (const { image } of links) if (image) return;
    for (const around of links) around.label += text;
    const last = runs.at(-1);
    const isStrong = strong > 0;
    const isEm = em > 0;
    const same =
      last?.strong === isStrong && last.em === isEm && last.code === code && last.link === link;
    if (last && same) last.text += text;
    else runs.push({ text, strong: isStrong, em: isEm, code, link });
  };
  for (const node of nodes) {
    if (node.is === 'text') add(node.text);
    else if (node.is === 'code') add(node.text, true);
    else if (node.is === 'close') links.pop();
    else if (node.is === 'literal') add(node.image ? '![' : '[');
    else if (node.is === 'open') {
      if (node.link) links.push(node.link);
    } else if (node.is === 'marks') {
      const { marks } = node;
      strong -= marks.strongClose;
      em -= marks.emClose;
      add(marks.char.repeat(marks.left));
      strong += marks.strongOpen;
      em += marks.emOpen;
    }
  }
  return runs;
}

/** White space as one space, line breaks kept, paragraph breaks as line breaks; none at the ends. */
export function squeeze(text: string): string {
  return trimLine(
    text
      .replaceAll('\u2029', '\n')
      .replaceAll(/[^\S\n]+/g, ' ')
      .replaceAll(/ ?\n ?/g, '\n')
      .replaceAll(/\n{2,}/g, '\n'),
  );
}

const nothing: Inline = { runs: [], text: '', links: [] };

/**
 * Reads inline Markdown. Escapes and entities are resolved, emphasis, tags and images removed; the
 * text of links is kept. Marks that nothing closes are text, as in CommonMark.
 *
 * @param markdown lines joined by `\n`; a line break is a space
 */
export function readInline(markdown: string, options: InlineOptions = {}): Inline {
  if (markdown === '') return nothing;
  const nodes = new Scanner(markdown.replaceAll(/(?<!\\)\n/g, ' '), options).read();
  const runs = runsOf(nodes);
  const links = nodes.flatMap((node) => (node.is === 'open' && node.link ? [node.link] : []));
  for (const link of links) link.label = squeeze(link.label);
  return { runs, text: squeeze(runs.map(({ text }) => text).join('')), links };
}

/**
 * A part of an inline's text with the emphasis that it has there, marked: see text/emphasis.ts.
 *
 * @param text what was taken from it; the white space may be another
 */
export const emphasisOf = (text: string, { runs }: Pick<Inline, 'runs'>): string =>
  emphasisedAs(
    text,
    runs.map((run) => {
      const styles: Emphasis[] = [];
      if (run.strong) styles.push('strong');
      if (run.em) styles.push('em');
      return [run.text, new Set(styles)];
    }),
  );

/** The plain text of inline Markdown, on one line. */
export function plainText(markdown: string, options: InlineOptions = {}): string {
  return readInline(markdown, options).text.replaceAll('\n', ' ');
}
