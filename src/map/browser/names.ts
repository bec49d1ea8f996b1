/** Names on the map: where they go as it is moved, and which of them have room. */
import { extent } from '../archive-map.ts';
import { placeNames, type LabelSize, type Placed, type Wanted } from '../placing.ts';
import type { Room } from '../room.ts';
import type { Camera } from './camera.ts';

interface Name {
  readonly element: SVGGElement;
  /** The whole name, then the short one. */
  readonly forms: readonly SVGGElement[];
  readonly isRegion: boolean;
  readonly x: number;
  readonly y: number;
  /** Sizes of the forms at a type size of one pixel. */
  readonly sizes: readonly LabelSize[];
}

/** A name where it is now: its place beside the middle of what it names, in pixels. */
interface Shown {
  readonly right: number;
  readonly down: number;
  readonly place: Placed;
}

/** Places are named from here on, more of them the closer one comes. */
const placesFrom = 1.4;

/** Pictures narrower than this, in pixels, have short names and small type. */
const narrow = 460;

/** How far from its middle a name may stand, in parts of the picture. */
const reach = { region: 0.26, place: 0.1 } as const;

export class Names {
  readonly #svg: SVGSVGElement;
  readonly #names: readonly Name[];
  readonly #columns: readonly Element[];
  readonly #rows: readonly Element[];
  #shown: readonly (Shown | undefined)[] = [];

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
    svg.classList.add('placed');
    const type = Number.parseFloat(getComputedStyle(svg).fontSize) || 1;
    // First all are moved, then all are measured: the browser lays them out once.
    for (const form of svg.querySelectorAll('[data-name] :is(.full, .short)'))
      form.removeAttribute('transform');
    this.#names = [...svg.querySelectorAll<SVGGElement>('[data-name]')].map((element): Name => {
      const forms = [...element.querySelectorAll<SVGGElement>('.full, .short')];
      const sizes = forms.map((form) => {
        const { width, height } = form.getBBox();
        return { width: width / type, height: height / type };
      });
      const [x, y] = [Number(element.dataset['x']), Number(element.dataset['y'])];
      return { element, forms, isRegion: element.dataset['name'] === 'region', x, y, sizes };
    });
    this.#columns = [...svg.querySelectorAll('[data-column]')];
    this.#rows = [...svg.querySelectorAll('[data-row]')];
  }

  /**
   * Finds places for them anew.
   *
   * @param room with the dots that are in view
   * @returns the boxes that they take, in pixels
   */
  arrange(camera: Camera, room: Room): readonly Placed[] {
    const { size, transform } = camera;
    const type = size < narrow ? 10.5 : 12.5;
    this.#svg.style.fontSize = `${(type * extent) / size}px`;
    const wanted = this.#names.map(({ isRegion, x, y, sizes }): Wanted | undefined => {
      if (!isRegion && transform.k < placesFrom) return undefined;
      const [screenX, screenY] = camera.toScreen(x, y);
      if (screenX < 0 || screenY < 0 || screenX > size || screenY > size) return undefined;
      const forms = sizes.map(({ width, height }) => ({
        width: width * type + 4,
        height: height * type + 2,
      }));
      return { x: screenX, y: screenY, forms: size < narrow ? forms.slice(-1) : forms };
    });
    const which = (isRegion: boolean): (Wanted | undefined)[] =>
      wanted.map((name, at) => (this.#names[at]?.isRegion === isRegion ? name : undefined));
    const picture = { size, room, gap: 4 };
    const regions = placeNames(which(true), { ...picture, reach: reach.region * size });
    const taken = regions.filter((place) => place !== undefined);
    const places = placeNames(which(false), { ...picture, reach: reach.place * size }, taken);
    this.#shown = wanted.map((name, at) => {
      const place = regions[at] ?? places[at];
      return name && place && { right: place.x - name.x, down: place.y - name.y, place };
    });
    this.follow(camera);
    return this.#shown.flatMap((shown) => (shown ? [shown.place] : []));
  }

  /** Keeps them where they are beside their papers. */
  follow(camera: Camera): void {
    const { size, transform } = camera;
    const unit = extent / size;
    for (const [at, { element, forms, x, y }] of this.#names.entries()) {
      const shown = this.#shown[at];
      const [screenX, screenY] = camera.toScreen(x, y);
      const [left, top] = [screenX + (shown?.right ?? 0), screenY + (shown?.down ?? 0)];
      const isIn = left >= 0 && top >= 0 && left <= size && top <= size;
      element.classList.toggle('shown', shown !== undefined && isIn);
      if (!shown) continue;
      const form = forms.length - (size < narrow ? 1 : forms.length) + shown.place.form;
      for (const [which, one] of forms.entries()) one.classList.toggle('said', which === form);
      element.setAttribute('transform', `translate(${left * unit} ${top * unit})`);
    }
    this.#label(this.#columns, 'x', size, (at) => camera.toScreen(at, 0)[0]);
    this.#label(this.#rows, 'y', size, (at) => camera.toScreen(0, at)[1]);
    this.#svg.dataset['zoom'] = transform.k.toFixed(2);
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
