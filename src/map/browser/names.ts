/** Names on the map: where they go as it is moved, and which of them have room. */
import { extent } from '../archive-map.ts';
import { placeLabels, type LabelBox } from '../placing.ts';
import type { Camera } from './camera.ts';

interface Name {
  readonly element: SVGTextElement;
  readonly isRegion: boolean;
  readonly x: number;
  readonly y: number;
  /** Size at a type size of one pixel. */
  readonly width: number;
  readonly height: number;
}

/** Places are named from here on, more of them the closer one comes. */
const placesFrom = 1.4;

export class Names {
  readonly #svg: SVGSVGElement;
  readonly #names: readonly Name[];
  readonly #columns: readonly Element[];
  readonly #rows: readonly Element[];

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
    svg.classList.add('placed');
    const type = Number.parseFloat(getComputedStyle(svg).fontSize) || 1;
    const elements = [...svg.querySelectorAll<SVGTextElement>('[data-name]')];
    this.#names = elements.map((element): Name => {
      const [x = 0, y = 0] =
        (element.getAttribute('transform') ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
      const { width, height } = element.getBBox();
      const isRegion = element.dataset['name'] === 'region';
      return { element, isRegion, x, y, width: width / type, height: height / type };
    });
    this.#columns = [...svg.querySelectorAll('[data-column]')];
    this.#rows = [...svg.querySelectorAll('[data-row]')];
  }

  draw(camera: Camera): void {
    const { size, transform } = camera;
    const unit = extent / size;
    const type = size < 460 ? 10.5 : 12.5;
    this.#svg.style.fontSize = `${type * unit}px`;
    const boxes = this.#names.map(({ isRegion, x, y, width, height }): LabelBox | undefined => {
      if (!isRegion && transform.k < placesFrom) return undefined;
      const [screenX, screenY] = camera.toScreen(x, y);
      if (screenX < 0 || screenY < 0 || screenX > size || screenY > size) return undefined;
      return { ...inside(screenX, screenY, width * type, height * type, size) };
    });
    const shown = placeLabels(boxes, size);
    for (const [at, { element }] of this.#names.entries()) {
      const box = boxes[at];
      element.classList.toggle('shown', shown[at] === true);
      if (shown[at] && box)
        element.setAttribute('transform', `translate(${box.x * unit} ${box.y * unit})`);
    }
    this.#label(this.#columns, 'x', size, (at) => camera.toScreen(at, 0)[0]);
    this.#label(this.#rows, 'y', size, (at) => camera.toScreen(0, at)[1]);
  }

  /** Letters and numbers along the border stay with their squares. */
  #label(
    marks: readonly Element[],
    axis: 'x' | 'y',
    size: number,
    toScreen: (at: number) => number,
  ): void {
    for (const [at, mark] of marks.entries()) {
      const middle = ((at + 0.5) / marks.length) * extent;
      const screen = toScreen(middle);
      mark.setAttribute(axis, String(screen * (extent / size)));
      mark.classList.toggle('outside', screen < 0 || screen > size);
    }
  }
}

/** A name near the border is moved in, so that it can be read. */
function inside(x: number, y: number, width: number, height: number, size: number): LabelBox {
  const clamp = (at: number, length: number): number =>
    Math.min(size - length / 2 - 3, Math.max(length / 2 + 3, at));
  return { x: clamp(x, width), y: clamp(y, height), width, height };
}
