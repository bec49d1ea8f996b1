/** The capture's own words of a paper, as its listings name them. Pure. */
import { splitLines } from '../digest/lines.ts';
import type { ParsedDigest } from '../digest/model.ts';
import type { Listing } from '../entries/model.ts';

/** A capture that is held: its decoded text, and where its records stand. */
export interface CaptureText extends Pick<ParsedDigest, 'records'> {
  readonly id: string;
  readonly text: string;
}

/** What a capture says of a paper, character for character. */
export interface CapturedText extends Listing {
  readonly text: string;
}

/**
 * Reads what the captures say of a paper.
 *
 * @param captures the decoded captures of the archive
 * @returns a function from listings to their texts: the record, where the capture has records, else the
 *   lines, parted by `\n`; a listing whose capture is not there has none
 */
export function captureReader(
  captures: readonly CaptureText[],
): (listings: readonly Listing[]) => CapturedText[] {
  const byId = new Map(captures.map((capture) => [capture.id, capture]));
  const split = new Map<string, string[]>();
  const linesOf = ({ id, text }: CaptureText): string[] => {
    const known = split.get(id) ?? splitLines(text);
    split.set(id, known);
    return known;
  };
  return (listings) =>
    listings.flatMap((listing) => {
      const capture = byId.get(listing.digest);
      if (!capture) return [];
      const [first, last] = listing.lines;
      const range =
        listing.record === undefined ? undefined : capture.records?.[listing.record - 1];
      const text = range
        ? capture.text.slice(range.start, range.end)
        : linesOf(capture)
            .slice(first - 1, last)
            .join('\n');
      return text === '' ? [] : [{ ...listing, text }];
    });
}

/** What a page shows of a paper. */
export interface ShownText {
  readonly title: string;
  readonly text: string;
  /** Whether it has formulas: they do not look as they were captured. */
  readonly typeset: boolean;
}

/** Whether a capture says just what the page shows: the title, and the abstract after a line end or two. */
export const saysTheSame = (captured: string, { title, text, typeset }: ShownText): boolean =>
  !typeset &&
  (text === ''
    ? captured === title
    : captured === `${title}\n\n${text}` || captured === `${title}\n${text}`);
