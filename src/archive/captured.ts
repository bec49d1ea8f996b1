/** The captures' own texts of a paper, ready for its page. */
import { digestDate } from '../text/dates.ts';
import type { Paper } from './archive.ts';
import { lineRange } from '../text/counted.ts';

/** Most characters shown of one text: a record may hold more than any paper says. */
const longest = 50_000;

/** Control characters, which HTML cannot hold or nobody can see; tab and line feed are neither. */
// oxlint-disable-next-line no-control-regex
const controls = /[\0-\x08\x0b-\x1f\x7f]/g;

/** Control pictures: U+0000 is shown as U+2400, DEL as U+2421. */
const picture = (control: string): string =>
  String.fromCharCode(control === '\x7f' ? 0x2421 : 0x2400 + control.charCodeAt(0));

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
        ? `${lines[0] === lines[1] ? 'line' : 'lines'} ${lineRange(lines)}`
        : `record ${record}`;
    const place = `${name.filter((part) => part !== '').join(', ')}: ${where}`;
    places.set(text, [...(places.get(text) ?? []), place]);
  }
  return Array.from(places, ([text, stated]) => ({
    places: stated.join('; '),
    text: text.slice(0, longest).replaceAll(controls, picture).toWellFormed(),
    left: Math.max(0, text.length - longest),
  }));
}
