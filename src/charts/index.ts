/** Small pictures of an archive: papers and digests to geometry, and to the sentences that say the same. */
export { type ArcPicture, row } from './arcs.ts';
export { periodLabel } from './calendar.ts';
export {
  anchorAt,
  areaPath,
  barsPath,
  barsWidth,
  linePath,
  lineWidth,
  percentPlace,
  top,
} from './geometry.ts';
export { picturesOf } from './pictures.ts';
export {
  arcsCaption,
  percent,
  sparklinesCaption,
  timelineCaption,
  timelineWords,
  times,
  trendCaption,
  trendWords,
} from './sentences.ts';
export { type Timeline } from './timeline.ts';
export { type Periods, type Trend } from './trend.ts';
