/** Titles of papers beside their dots, as far as there is room: the closer one comes, the more. */
import { make } from '../../browser/dom.ts';
import { meet, type Placed } from '../placing.ts';
import type { Room } from '../room.ts';
import type { Allowed } from '../seek.ts';
import type { Camera } from './camera.ts';
import { placeOf, type Points } from './points.ts';

/** Square pixels of the picture that each dot in view must have for titles to be shown. */
const roomEach = 8000;

/** Longest title, and longest line of it, in characters. */
const longest = { title: 54, line: 27 } as const;

/** Between a dot and its title, in pixels. */
const distance = 4;

interface Shown {
  readonly element: HTMLElement;
  readonly right: number;
  readonly down: number;
}

export class Titles {
  readonly #layer: HTMLElement;
  readonly #points: Points;
  readonly #allowed: Allowed;
  readonly #loaded: () => void;
  readonly #elements = new Map<number, { element: HTMLElement; width: number; height: number }>();
  #shown = new Map<number, Shown>();

  /**
   * @param allowed which papers count now
   * @param loaded called when titles have come that were waited for
   */
  constructor(layer: HTMLElement, points: Points, allowed: Allowed, loaded: () => void) {
    this.#layer = layer;
    this.#points = points;
    this.#allowed = allowed;
    this.#loaded = loaded;
  }

  /**
   * Chooses titles anew; those that are shown keep theirs before others get one.
   *
   * @param inView papers in the picture
   * @param taken boxes of names
   */
  arrange(
    camera: Camera,
    inView: readonly number[],
    room: Room,
    taken: readonly Placed[],
    radius: number,
  ): void {
    const before = this.#shown;
    this.#shown = new Map();
    if (inView.length > 0 && camera.size ** 2 / inView.length >= roomEach)
      this.#fill(camera, inView, room, [...taken], radius, before);
    for (const [paper, { element }] of this.#elements)
      if (!this.#shown.has(paper)) {
        element.remove();
        this.#elements.delete(paper);
      }
    this.follow(camera);
  }

  #fill(
    camera: Camera,
    inView: readonly number[],
    room: Room,
    taken: Placed[],
    radius: number,
    before: ReadonlyMap<number, Shown>,
  ): void {
    const counted = inView.filter(this.#allowed);
    const order = [
      ...counted.filter((paper) => before.has(paper)),
      ...counted.filter((paper) => !before.has(paper)),
    ];
    this.#ask(order.filter((paper) => this.#points.known(paper) === undefined));
    const known = order.filter((paper) => this.#points.known(paper) !== undefined);
    this.#writeAll(known.filter((paper) => !this.#elements.has(paper)));
    for (const paper of known) this.#place(paper, camera, room, taken, radius);
  }

  /** Has the titles fetched that are not known yet. */
  #ask(waiting: readonly number[]): void {
    if (waiting.length === 0) return;
    void Promise.all(waiting.map((paper) => this.#points.details(paper))).then(
      this.#loaded,
      () => undefined,
    );
  }

  /** First all are written, then all are measured: the browser lays them out once. */
  #writeAll(papers: readonly number[]): void {
    for (const { paper, element } of papers.map((paper) => this.#write(paper))) {
      const { offsetWidth: width, offsetHeight: height } = element;
      this.#elements.set(paper, { element, width, height });
    }
  }

  /** Shows a title on the first side of its dot that has room, if one has. */
  #place(paper: number, camera: Camera, room: Room, taken: Placed[], radius: number): void {
    const written = this.#elements.get(paper);
    if (!written) return;
    const { element, width, height } = written;
    const [x, y] = camera.toScreen(...placeOf(this.#points, paper));
    const away = radius + distance;
    const sides: readonly (readonly [number, number])[] = [
      [away + width / 2, 0],
      [-away - width / 2, 0],
      [0, away + height / 2],
      [0, -away - height / 2],
    ];
    for (const [right, down] of sides) {
      const box = { x: x + right, y: y + down, width, height, form: 0 };
      const [left, top] = [box.x - width / 2, box.y - height / 2];
      const isIn =
        left >= 2 && top >= 2 && left + width <= camera.size - 2 && top + height <= camera.size - 2;
      if (!isIn || !room.isFree(left, top, left + width, top + height)) continue;
      if (taken.some((other) => meet(box, other, 2))) continue;
      taken.push(box);
      this.#shown.set(paper, { element, right: right - width / 2, down: down - height / 2 });
      element.classList.toggle('left', right < 0);
      element.classList.toggle('middle', right === 0);
      return;
    }
  }

  #write(paper: number): { readonly paper: number; readonly element: HTMLElement } {
    const title = inLines(this.#points.known(paper)?.title ?? '').join('\n');
    const element = make('span', { 'data-title': String(paper) }, title);
    this.#layer.append(element);
    return { paper, element };
  }

  /** Keeps them beside their dots. */
  follow(camera: Camera): void {
    for (const [paper, { element, right, down }] of this.#shown) {
      const [x, y] = camera.toScreen(...placeOf(this.#points, paper));
      element.style.transform = `translate(${x + right}px, ${y + down}px)`;
    }
  }
}

/** The beginning of a title, in one or two lines. */
export function inLines(title: string): readonly string[] {
  const lines: string[] = [];
  let used = 0;
  for (const word of title.split(/\s+/)) {
    const line = lines.at(-1);
    if (used + word.length > longest.title && line !== undefined) {
      lines[lines.length - 1] = `${line.replace(/[,:;.–-]$/, '')} …`;
      break;
    }
    used += word.length + 1;
    if (line !== undefined && (line.length + word.length < longest.line || lines.length === 2))
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
