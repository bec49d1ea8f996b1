/** What people corrected in a paper, ready for its page. */
import { renderAbstract, renderTitle } from '../text/render.ts';
import { oneLine } from './line.ts';
import type { Paper } from './model.ts';
import { sourceAddress } from './sources.ts';

export interface ShownCorrection {
  /** Plain text: as the digest had it. */
  readonly was: string;
  /** Safe HTML, within a line where it can be: as it is now. */
  readonly now: string;
  /** For readers, before the source if there is one: `checked against`, `reconstructed from` … */
  readonly how: string;
  /** Where the original was seen, or what was drawn upon; with its address where it is one. */
  readonly source?: { readonly label: string; readonly url?: string };
}

const ways = {
  seen: { with: 'checked against', alone: 'checked against the original' },
  reconstructed: { with: 'reconstructed from', alone: 'reconstructed' },
} as const;

/** A single paragraph's content, so that it may stand in a line; anything else as it is. */
function inLine(html: string): string {
  const content = /^<p>([^]*)<\/p>\s*$/.exec(html)?.[1];
  return content === undefined || content.includes('<p>') ? html : content;
}

/**
 * The corrections of a paper, in the order of its entry. What stands in the title is written as titles
 * are, without Markdown; all else as abstracts are.
 */
export function shownCorrections({
  title,
  corrections,
}: Pick<Paper, 'title' | 'corrections'>): ShownCorrection[] {
  return corrections.map(({ was, now, how, source }) => {
    const label = oneLine(source ?? '');
    const url = sourceAddress(label);
    return {
      was: oneLine(was),
      now: title.includes(now) ? renderTitle(now).html : inLine(renderAbstract(now).html),
      how: ways[how][label === '' ? 'alone' : 'with'],
      ...(label !== '' && { source: { label, ...(url !== undefined && { url }) } }),
    };
  });
}
