/** The archive as a map. Pure data. */
import type { Paper } from '../archive/index.ts';

/** Width and height of the map, in its own units: the view box of the picture. */
export const extent = 1000;

/** An archive of up to this many papers is drawn as links; a larger one as a picture that is drawn when needed. */
export const linkedLimit = 1200;

/** Inks that regions are printed in: as many as every eye tells apart. */
export const inkCount = 8;

/** What a region's dots look like: of more regions than there are inks, those with fewer papers have rings. */
export type DotShape = 'disc' | 'ring';

/** Regions that can be told apart, by ink and shape. */
export const mostRegions = inkCount * 2;

/** A topic as the legend shows it. */
export interface MapTopic {
  readonly id: string;
  readonly label: string;
  /** Papers that have it, as its page lists them. */
  readonly count: number;
}

/** A name on the map. */
export interface MapLabel {
  readonly text: string;
  /** The same for a small picture. */
  readonly short: string;
  /** Middle of the papers that it is about. */
  readonly x: number;
  readonly y: number;
  /** `region`: a part of the map that the list has as well; `place`: a spot inside one, for those who come closer. */
  readonly kind: 'region' | 'place';
  /** Papers around it. */
  readonly weight: number;
  /** Place in `regions`; of a place, the one that it is in. */
  readonly region: number;
}

/** A part of the map. */
export interface MapRegion {
  readonly name: string;
  /** 0 to {@link inkCount} - 1. */
  readonly ink: number;
  readonly shape: DotShape;
  /** Square of the grid, e.g. "C4". */
  readonly square: string;
  /** Places in `papers`, from the middle of the region outwards. */
  readonly papers: readonly number[];
  /** Places in `topics`, most papers first. */
  readonly topics: readonly { readonly topic: number; readonly count: number }[];
}

/** A line of equal density, as an SVG path. */
export interface Contour {
  /** `land`: where papers are; `water`: lines off the coast, nearest first; `high`: where they are many. */
  readonly kind: 'land' | 'water' | 'high';
  readonly path: string;
}

export interface ArchiveMap {
  /** In the order in which the data file has them: along a curve, so that neighbours are near each other. */
  readonly papers: readonly Paper[];
  /** Of each paper: x, y; whole steps of 1 / 65,535 of the extent. */
  readonly positions: Uint16Array;
  /** Of each paper: place in `regions`. */
  readonly regionOf: Uint8Array;
  /** Of each paper: places in `topics`, in the paper's order. */
  readonly topicsOf: readonly Uint8Array[];
  /** In the archive's order; those without a paper are not there. The unsorted come last. */
  readonly topics: readonly MapTopic[];
  readonly regions: readonly MapRegion[];
  /** Regions first, most papers first. */
  readonly labels: readonly MapLabel[];
  readonly contours: readonly Contour[];
}
