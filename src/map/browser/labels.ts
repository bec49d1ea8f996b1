/** All that is written on the map: names beside crowds, titles beside dots, nothing on anything. */
import { Room } from '../room.ts';
import { radiusOf } from './dots.ts';
import type { Camera } from './camera.ts';
import type { Names } from './names.ts';
import type { Points } from './points.ts';
import type { Titles } from './titles.ts';

/** While the map is moved, places are kept; they are found anew after this many milliseconds of rest. */
const rest = 90;

/** … or when it has been enlarged or reduced by this much. */
const nearer = 1.25;

/** Pixels around a dot that stay free, and a side of the cells in which that is counted. */
const margin = 1.5;
const cell = 3;

export class Labels {
  readonly #names: Names;
  readonly #titles: Titles;
  readonly #points: Points;
  readonly #camera: Camera;
  /** What places were found for. */
  #zoom = 0;
  #size = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(names: Names, titles: Titles, points: Points, camera: Camera) {
    this.#names = names;
    this.#titles = titles;
    this.#points = points;
    this.#camera = camera;
  }

  /** Draws them for the camera's view. */
  draw(): void {
    const { size, transform } = this.#camera;
    const change = transform.k / this.#zoom;
    if (size !== this.#size || change > nearer || change < 1 / nearer) {
      this.arrange();
      return;
    }
    this.#names.follow(this.#camera);
    this.#titles.follow(this.#camera);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.arrange(), rest);
  }

  /** Finds places for all of them. */
  arrange(): void {
    clearTimeout(this.#timer);
    const { size, transform } = this.#camera;
    this.#zoom = transform.k;
    this.#size = size;
    const radius = radiusOf(this.#points.count, this.#camera);
    const room = new Room(size, cell);
    const inView: number[] = [];
    const scale = this.#camera.pixels(1);
    const { coordinates } = this.#points;
    for (let paper = 0; paper < this.#points.count; paper += 1) {
      const x = (coordinates[paper * 2] ?? 0) * scale + transform.x;
      const y = (coordinates[paper * 2 + 1] ?? 0) * scale + transform.y;
      if (x < -radius || y < -radius || x > size + radius || y > size + radius) continue;
      inView.push(paper);
      room.mark(x, y, radius + margin);
    }
    const taken = this.#names.arrange(this.#camera, room);
    this.#titles.arrange(this.#camera, inView, room, taken, radius);
  }
}
