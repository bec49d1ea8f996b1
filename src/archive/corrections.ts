/** What people corrected in a paper, ready for its page. */
import * as words from '#words/entry.ts';
import { renderAbstract, renderTitle } from '../text/render.ts';
import type { Correction } from '../entries/model.ts';
import { oneLine } from '../text/line.ts';
import type { Paper } from './archive.ts';
import { sourceAddress, sourceLabel } from './sources.ts';

export interface ShownCorrection {
  /** Plain text: as the digest had it. */
  readonly was: string;
  /** Safe HTML, within a line where it can be: as it is now. */
  readonly now: string;
  /** For readers, before the source if there is one: `checked against`, `reconstructed from` … */
  readonly how: string;
  readonly where: 'title' | 'abstract';
  /** How often a capture holds it there; absent: none does. */
  readonly times?: number;
  /** Where the original was seen, or what was drawn upon; with its address where it is one. */
  readonly source?: { readonly label: string; readonly url?: string };
}

/** A single paragraph's content, so that it may stand in a line; anything else as it is. */
function inLine(html: string): string {
  const content = /^<p>([^]*)<\/p>\s*$/.exec(html)?.[1];
  return content === undefined || content.includes('<p>') ? html : content;
}

/** A pattern of a text; one that begins or ends in a word does so where the word does. */
const patternOf = (text: string): string =>
  (/^[\p{L}\p{N}]/u.test(text) ? '(?<![\\p{L}\\p{N}])' : '') +
  text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`) +
  (/[\p{L}\p{N}]$/u.test(text) ? '(?![\\p{L}\\p{N}])' : '');

/** How often each of some texts stands in another one; what stands within a longer one counts for that alone. */
function countEach(wanted: readonly string[], text: string): ReadonlyMap<string, number> {
  if (wanted.length === 0) return new Map();
  const longestFirst = wanted.toSorted((a, b) => b.length - a.length);
  const found = text.matchAll(new RegExp(longestFirst.map(patternOf).join('|'), 'gu'));
  const groups = Map.groupBy(found, ([match]) => match);
  return new Map([...groups].map(([match, places]) => [match, places.length]));
}

/**
 * The corrections of a paper, in the order of its entry, each with its place and how often it stands there in
 * the capture that has it most often; a capture's first line is its title. What stands in the title is written
 * as titles are, without Markdown; all else as abstracts are.
 */
export function shownCorrections({
  title,
  corrections,
  captured = [],
}: Pick<Paper, 'title' | 'corrections' | 'captured'>): ShownCorrection[] {
  // Of two corrections of one text the first is that of the title.
  const inTitle = new Map<string, Correction>();
  for (const correction of corrections) {
    const { was, now } = correction;
    if (title.includes(now) && !inTitle.has(was)) inTitle.set(was, correction);
  }
  const placed = corrections.map((correction) => ({
    correction,
    where: inTitle.get(correction.was) === correction ? ('title' as const) : ('abstract' as const),
  }));
  const count = (place: ShownCorrection['where']) => {
    const wanted = placed.flatMap(({ where, correction }) =>
      where === place ? [correction.was] : [],
    );
    return captured.map(({ text }) => {
      const end = /\n|$/.exec(text)?.index ?? 0;
      return countEach(wanted, place === 'title' ? text.slice(0, end) : text.slice(end));
    });
  };
  const counts = { title: count('title'), abstract: count('abstract') };
  return placed.map(({ correction: { was, now, how, source }, where }) => {
    const label = oneLine(source ?? '');
    const url = sourceAddress(label);
    const times = Math.max(0, ...counts[where].map((each) => each.get(was) ?? 0));
    return {
      was: oneLine(was),
      now: where === 'title' ? renderTitle(now).html : inLine(renderAbstract(now).html),
      how: words.corrections[how][label === '' ? 'alone' : 'with'],
      where,
      ...(times > 0 && { times }),
      ...(label !== '' && {
        source: { label: sourceLabel(label), ...(url !== undefined && { url }) },
      }),
    };
  });
}

/** Corrections that were made in one way, by one source. */
export interface CorrectionGroup extends Pick<ShownCorrection, 'how' | 'source'> {
  readonly corrections: readonly ShownCorrection[];
}

/** The corrections of a paper, source by source, in the order in which the sources come first. */
export const correctionGroups = (
  paper: Parameters<typeof shownCorrections>[0],
): CorrectionGroup[] =>
  [
    ...Map.groupBy(
      shownCorrections(paper),
      ({ how, source }) => `${how} ${source?.url ?? source?.label ?? ''}`,
    ).values(),
  ].flatMap((corrections) => {
    const [first] = corrections;
    return first
      ? [{ how: first.how, ...(first.source && { source: first.source }), corrections }]
      : [];
  });

/** The place of a correction in words, if it is not one place in the abstract: `in the title`, `4 times`. */
export const placeWords = ({
  where,
  times = 1,
}: Pick<ShownCorrection, 'where' | 'times'>): string =>
  [
    ...(times > 1 ? [words.times(times)] : []),
    ...(where === 'title' ? [words.inTheTitle] : []),
  ].join(' ');
