/** All small pictures of an archive, worked out once an archive and not once a page. */
import type { Archive } from '../archive/index.ts';
import { oncePer } from '../once.ts';
import { makeArcs, type ArcPicture } from './arcs.ts';
import { makeTimeline, type Timeline } from './timeline.ts';
import { companions, findPairs, spread, type Companion } from './together.ts';
import { makePeriods, makeTrend, type Periods, type Trend } from './trend.ts';

/** What is absent answers no question with the papers at hand. */
export interface Pictures {
  readonly timeline: Timeline | undefined;
  readonly periods: Periods | undefined;
  /** By topic. */
  readonly trends: ReadonlyMap<string, Trend>;
  /** By topic. */
  readonly companions: ReadonlyMap<string, readonly Companion[]>;
  readonly arcs: ArcPicture | undefined;
  /** Papers with no topic, one, two, and three or more. */
  readonly spread: readonly number[];
}

type Source = Pick<Archive, 'papers' | 'digests' | 'topics'>;

/** Linear in papers and listings. */
export function makePictures(archive: Source): Pictures {
  const periods = makePeriods(archive.papers);
  const pairs = findPairs(archive);
  const trends = new Map<string, Trend>();
  for (const { id, papers } of periods ? archive.topics : []) {
    const trend = periods && makeTrend(papers, periods);
    if (trend) trends.set(id, trend);
  }
  return {
    timeline: makeTimeline(archive.digests),
    periods,
    trends,
    companions: companions(pairs),
    arcs: makeArcs(pairs),
    spread: spread(archive.papers),
  };
}

/** The pictures of an archive. */
export const picturesOf = oncePer(makePictures);
