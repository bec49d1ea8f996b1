/** Which papers are brought out: by legend, and by an address that names some. */
import type { Choice } from './legend.ts';
import type { Points } from './points.ts';

export class ShownPapers {
  readonly #points: Points;
  choice: Choice = { regions: new Set(), topics: new Set() };
  /** Places of the papers that an address names; nothing: all count. */
  given: ReadonlySet<number> | undefined;

  constructor(points: Points) {
    this.#points = points;
  }

  /** Whether a paper counts: in one of the chosen regions, with one of the chosen topics, among those given. */
  readonly allowed = (paper: number): boolean => {
    const { regions, topics } = this.choice;
    const { regionOf, topicsOf } = this.#points;
    return (
      (regions.size === 0 || regions.has(regionOf[paper] ?? 0)) &&
      (topics.size === 0 || (topicsOf[paper]?.some((topic) => topics.has(topic)) ?? false)) &&
      (this.given === undefined || this.given.has(paper))
    );
  };
}
