/** What each part of a build costs, from the steps that the build tells. Pure. */
import type { Stage } from '../../../src/progress/steps.ts';

export interface Spent {
  /** Seconds on the clock, and of CPU. */
  readonly wall: number;
  readonly cpu: number;
}

/** A step, and what had been spent when it was told. */
export interface Mark extends Spent {
  readonly stage: Stage;
}

export const parts = ['contents', 'pages', 'index', 'offline', 'publish'] as const;
export type Parts = Readonly<Record<(typeof parts)[number], Spent>>;

/**
 * Each part begins with the first step of its stage, `publish` with the last of all; the time before the pages, with
 * what it takes to start, is that of the contents. A part of which nothing was told took no time.
 *
 * @param marks in the order they were told
 * @param end what the whole build spent
 */
export function partsOf(marks: readonly Mark[], end: Spent): Parts {
  const nothing: Spent = { wall: 0, cpu: 0 };
  const first = (stage: Stage): Spent | undefined => marks.find((mark) => mark.stage === stage);
  const published = marks.findLast(({ stage }) => stage === 'offline') ?? end;
  const offline = first('offline') ?? published;
  const index = first('index') ?? offline;
  const pages = first('pages') ?? index;
  const between = (from: Spent, to: Spent): Spent => ({
    wall: Math.max(0, to.wall - from.wall),
    cpu: Math.max(0, to.cpu - from.cpu),
  });
  return {
    contents: between(nothing, pages),
    pages: between(pages, index),
    index: between(index, offline),
    offline: between(offline, published),
    publish: between(published, end),
  };
}
