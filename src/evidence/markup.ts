/** A part of a capture as HTML. Pure. */
import { capture } from '#words/digests.ts';
import { escapeHtml, escapeXml } from '../text/escape.ts';
import { anchorOf, type Place } from './address.ts';
import type { Row, Shown } from './rows.ts';

/** A paper's place in a capture, and where it leads. */
export interface PlacedPaper extends Place {
  /** For readers: `No. 5`. */
  readonly label: string;
  /** Address of its page. */
  readonly href: string;
}

/** First and last number of a place. */
function bounds({ lines, record = 0 }: Place, { records }: Shown): readonly [number, number] {
  return records ? [record, record] : lines;
}

/** A row's text; the build takes the space behind a tag for nothing, but not as an entity. */
const textOf = (text: string): string => escapeHtml(text).replace(/^ /, '&#32;');

/** One stretch of rows: a paper's, or what is between papers. */
interface Stretch {
  readonly paper?: PlacedPaper;
  readonly rows: Row[];
}

function stretches(rows: readonly Row[], papers: readonly PlacedPaper[], shown: Shown): Stretch[] {
  const placed = papers.toSorted((a, b) => bounds(a, shown)[0] - bounds(b, shown)[0]);
  const found: Stretch[] = [];
  let at = 0;
  let open: PlacedPaper | undefined;
  for (const row of rows) {
    if (open && row.number > bounds(open, shown)[1]) open = undefined;
    let paper = open;
    for (let next = placed[at]; next && bounds(next, shown)[0] <= row.number; next = placed[at]) {
      // A paper within another's lines has no stretch of its own, nor one that began in an earlier part.
      if (open === undefined && row.begins && bounds(next, shown)[0] === row.number) paper = next;
      at += 1;
    }
    const last = found.at(-1);
    if (last && last.paper === paper) last.rows.push(row);
    else found.push({ ...(paper && { paper }), rows: [row] });
    open = paper;
  }
  return found;
}

/**
 * Rows as numbered lists, one for each paper and for each stretch between papers. A paper's has the anchor of its
 * place, so that `:target` lights all of it without a script, and a link to the paper's page before it.
 *
 *   a.of[href]             No. 5
 *   ol#L11-13[start=11]
 *     li#L11               the line
 *     li.on                more of a line that is long
 *     li.out               lines whose words may not be shown
 */
export function captureHtml(
  rows: readonly Row[],
  papers: readonly PlacedPaper[],
  shown: Shown,
  leftOut: readonly Place[] = [],
): string {
  const letter = shown.records ? 'R' : 'L';
  const why = new Map<number, Place>();
  for (const place of leftOut) {
    const [first, last] = bounds(place, shown);
    for (let number = first; number <= last; number += 1) why.set(number, place);
  }
  const item = ({ number, begins, text }: Row): string => {
    const out = why.get(number);
    if (out === undefined) {
      const id = begins ? ` id=${letter}${number}` : ` class=on value=${Math.max(number, 0)}`;
      return `<li${id}>${textOf(text)}`;
    }
    if (!begins) return '';
    const says = bounds(out, shown)[0] === number ? capture.leftOut : '';
    return `<li id=${letter}${number} class=out>${says}`;
  };
  return stretches(rows, papers, shown)
    .map(({ paper, rows: own }) => {
      const [first, second] = own;
      const anchor = paper && anchorOf(paper, shown);
      // A single line has its anchor itself.
      const id = anchor?.includes('-') ? ` id=${anchor}` : '';
      const start = first?.number ?? 1;
      const link = paper ? `<a class=of href="${escapeXml(paper.href)}">${paper.label}</a>` : '';
      const items = own.map(item).join('');
      return items.trim() === '' && second === undefined
        ? ''
        : `${link}<ol${id}${start === 1 ? '' : ` start=${start}`}>${items}</ol>`;
    })
    .join('');
}
