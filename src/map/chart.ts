/** What the picture in the page is made of. */
import { extent, type ArchiveMap, type MapLabel } from './archive-map.ts';
import {
  linesOf,
  measureLabel,
  placeNames,
  typeSizes,
  type Placed,
  type Wanted,
} from './placing.ts';
import { Room } from './room.ts';
import { steps } from './fit.ts';

/** How large names are set, in units of the map, on a phone, from 30rem and from 38rem on: see map.css. */
const typeOf = [30, 20, 17] as const;

/** Radius of a dot with the room around it that names keep free, in units of the map. */
const dotRoom = 12;

/** How far from its middle a name may stand, in units of the map. */
const reach = 260;

/** Dots of a large map that the page has before the data comes, and on paper. */
const sampled = 3000;

/** In units of the map, to a tenth. */
export const unit = (value: number): number => Math.round((value / steps) * extent * 10) / 10;

/** A name in the picture: where its short form stands on a phone, and the whole one where there is more room. */
export interface ChartName {
  readonly label: MapLabel;
  readonly short: { readonly lines: readonly string[]; readonly at?: Point };
  /** `from`: the size, 1 or 2, from which on it is shown. */
  readonly full: { readonly lines: readonly string[]; readonly at?: Point; readonly from?: number };
}

type Point = readonly [x: number, y: number];

/** Names with the places at which they meet neither dots nor each other; all the map's names are there. */
export function chartNames({
  labels,
  positions,
}: Pick<ArchiveMap, 'labels' | 'positions'>): ChartName[] {
  const [phone, middle, large] = typeOf.map((type, at) => {
    const room = new Room(extent, 4);
    for (let dot = 0; dot < positions.length; dot += 2)
      room.mark(unit(positions[dot] ?? 0), unit(positions[dot + 1] ?? 0), dotRoom);
    const wanted = labels.map((label): Wanted | undefined => {
      // At first only regions: a map begins with what is large.
      if (label.kind !== 'region') return undefined;
      const lines = linesOf(at === 0 ? label.short : label.text);
      const { width, height } = measureLabel(lines, label.kind);
      const scale = type / typeSizes.region.size;
      return {
        x: label.x,
        y: label.y,
        forms: [{ width: width * scale, height: height * scale }],
      };
    });
    return placeNames(wanted, { size: extent, room, gap: type / 3, reach });
  });
  return labels.map((label, at): ChartName => {
    const pointOf = (place: Placed | undefined) => place && ([place.x, place.y] as const);
    const [small, atMiddle, atLarge] = [phone, middle, large].map((places) =>
      pointOf(places?.[at]),
    );
    const from = atMiddle ? 1 : 2;
    const full = atMiddle ?? atLarge;
    return {
      label,
      short: { lines: linesOf(label.short), ...(small && { at: small }) },
      full: { lines: linesOf(label.text), ...(full && { at: full, from }) },
    };
  });
}

/**
 * Dots of a map for each ink, as one path of points each.
 *
 * @param most so many of them, evenly chosen, where there are more
 */
export function sampleDots(
  { positions, regionOf, regions }: ArchiveMap,
  most = sampled,
): ReadonlyMap<number, string> {
  const every = Math.max(1, Math.ceil(regionOf.length / most));
  const paths = new Map<number, string>();
  for (let paper = 0; paper < regionOf.length; paper += every) {
    const ink = regions[regionOf[paper] ?? 0]?.ink ?? 0;
    const [x, y] = [positions[paper * 2] ?? 0, positions[paper * 2 + 1] ?? 0];
    const point = `M${Math.round(unit(x))} ${Math.round(unit(y))}h0`;
    paths.set(ink, (paths.get(ink) ?? '') + point);
  }
  return paths;
}
