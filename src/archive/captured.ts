/** The captures' own texts of a paper, ready for its page. */
import * as words from '#words/entry.ts';
import { withPictures } from '../text/control-pictures.ts';
import { digestDate } from '../text/dates.ts';
import type { Paper } from './archive.ts';
import { lineRange } from '../text/counted.ts';

/** Most characters shown of one text: a record may hold more than any paper says. */
const longest = 50_000;

export interface Capturing {
  /** `Trending, 11 March 2025: lines 55–57` */
  readonly places: string;
  readonly text: string;
  /** Characters left out at the end. */
  readonly left: number;
}

/**
 * The texts of a paper's listings, each once, with the places where it stands.
 *
 * @param digestName a digest's name for readers
 */
export function capturings(
  { captured = [], listings }: Pick<Paper, 'captured' | 'listings'>,
  digestName: (id: string) => string | undefined,
): Capturing[] {
  const places = new Map<string, string[]>();
  const dates = new Map(listings.map((listing) => [listing.digest, digestDate(listing)]));
  for (const { digest, lines, record, text } of captured) {
    const name = [digestName(digest) ?? digest, dates.get(digest) ?? ''];
    const where =
      record === undefined
        ? words.lines(lineRange(lines), lines[0] < lines[1])
        : words.record(record);
    const place = `${name.filter((part) => part !== '').join(', ')}: ${where}`;
    places.set(text, [...(places.get(text) ?? []), place]);
  }
  return Array.from(places, ([text, stated]) => ({
    places: stated.join('; '),
    text: withPictures(text.slice(0, longest)),
    left: Math.max(0, text.length - longest),
  }));
}
