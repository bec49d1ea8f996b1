/** What the picture in the page is made of. */
import { extent, type ArchiveMap, type MapLabel } from './archive-map.ts';
import { linesOf, measureLabel, placeLabels } from './placing.ts';
import { steps } from './fit.ts';

/** Widths of the picture for which names are chosen, in pixels, and how large they are set. */
export const chartSizes = [
  { width: 345, type: 0.84 },
  { width: 560, type: 0.92 },
  { width: 720, type: 1 },
] as const;

/** Dots of a large map that the page has before the data comes, and on paper. */
const sampled = 3000;

/** A name, with the smallest of {@link chartSizes} at which it is shown at first; none: only closer by. */
export interface ChartName {
  readonly label: MapLabel;
  readonly lines: readonly string[];
  readonly from?: number;
}

/** Coordinates in units of the map, to a tenth. */
export const unit = (value: number): number => Math.round((value / steps) * extent * 10) / 10;

/** A name is moved in from the border by what it would stick out at this size. */
const inside = chartSizes[1];

/** Names with the sizes at which they fit without meeting; all the map's names are there. */
export function chartNames({ labels }: Pick<ArchiveMap, 'labels'>): ChartName[] {
  const names = labels.map((label): ChartName => {
    const lines = linesOf(label.text);
    const width = measureLabel(lines, label.kind).width * inside.type * (extent / inside.width);
    const x = Math.min(extent - width / 2 - 4, Math.max(width / 2 + 4, label.x));
    return { label: { ...label, x }, lines };
  });
  const shown = chartSizes.map(({ width, type }) =>
    placeLabels(
      names.map(({ label: { kind, x, y }, lines }) => {
        // At first only regions: a map begins with what is large.
        if (kind !== 'region') return undefined;
        const box = measureLabel(lines, kind);
        return {
          x: (x / extent) * width,
          y: (y / extent) * width,
          width: box.width * type,
          height: box.height * type,
        };
      }),
      width,
    ),
  );
  return names.map((name, at) => {
    // From the smallest size on at which it is shown in that and all larger ones.
    const from = shown.findLastIndex((size) => !size[at]) + 1;
    return from < shown.length ? { ...name, from } : name;
  });
}

/**
 * Dots of a map for each ink, as one path of points each.
 *
 * @param most so many of them, evenly chosen, where there are more
 */
export function sampleDots(
  { positions, topicOf, topics }: ArchiveMap,
  most = sampled,
): ReadonlyMap<number, string> {
  const every = Math.max(1, Math.ceil(topicOf.length / most));
  const paths = new Map<number, string>();
  for (let paper = 0; paper < topicOf.length; paper += every) {
    const ink = topics[topicOf[paper] ?? 0]?.ink ?? 0;
    const [x, y] = [positions[paper * 2] ?? 0, positions[paper * 2 + 1] ?? 0];
    const point = `M${Math.round(unit(x))} ${Math.round(unit(y))}h0`;
    paths.set(ink, (paths.get(ink) ?? '') + point);
  }
  return paths;
}
