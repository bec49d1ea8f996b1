/** The dots of the map: links of the picture, or a canvas where they are too many for that. */
import type { DotShape } from '../archive-map.ts';
import type { Allowed } from '../seek.ts';
import type { Camera } from './camera.ts';
import type { Points } from './points.ts';
import { paintOf, Sheet, stampsOf, type Paint } from './stamps.ts';

export interface Dots {
  /** Draws them for the camera's view. */
  draw(): void;
  /** Brings out the papers that count; the others fade. */
  choose(allowed: Allowed): void;
  /** Reads the inks anew: the colour scheme has changed. */
  recolour(): void;
}

/** Radius that the dots of a large map grow to, in pixels: that of a small one's, to be met by a finger. */
const grown = 4;

/**
 * Radius of a dot, in pixels: the same however near one comes, but for dots that are so many and small that they
 * could not be told apart or met.
 */
export function radiusOf(count: number, { size, transform }: Camera): number {
  const whole =
    Math.min(5.5, Math.max(1.1, 15 * count ** -0.235)) * Math.max(0.7, Math.sqrt(size / 720));
  return Math.max(whole, Math.min(grown, whole * transform.k ** 0.5));
}

/** Dots that are links of the picture. */
export function linkedDots(links: readonly SVGAElement[], points: Points, camera: Camera): Dots {
  const group = links[0]?.parentElement;
  return {
    draw() {
      const radius = camera.length(radiusOf(points.count, camera));
      group?.style.setProperty('--radius', `${radius}px`);
    },
    choose(allowed) {
      for (const [at, link] of links.entries()) link.classList.toggle('off', !allowed(at));
    },
    recolour: () => undefined,
  };
}

/** Dots on a canvas. */
export class CanvasDots implements Dots {
  readonly #canvas: HTMLCanvasElement;
  readonly #points: Points;
  readonly #camera: Camera;
  readonly #swatches: readonly Element[];
  readonly #faded: Element;
  /** Papers of each region. */
  readonly #members: readonly Int32Array[];
  #allowed: Allowed = () => true;
  #isAll = true;
  #sheet: Sheet | undefined;
  #radius = 0;
  #stamps: Readonly<Record<DotShape, ReturnType<typeof stampsOf>>> = { disc: [], ring: [] };
  #paints = new Map<Element, Paint>();

  /**
   * @param swatches elements whose text colour is a region's ink, and whose class its shape, in the legend's order
   * @param faded the same for papers that are not brought out
   */
  constructor(
    canvas: HTMLCanvasElement,
    points: Points,
    camera: Camera,
    swatches: readonly Element[],
    faded: Element,
  ) {
    this.#canvas = canvas;
    this.#points = points;
    this.#camera = camera;
    this.#swatches = swatches;
    this.#faded = faded;
    const members: number[][] = swatches.map(() => []);
    for (const [paper, region] of points.regionOf.entries()) members[region]?.push(paper);
    this.#members = members.map((papers) => Int32Array.from(papers));
  }

  choose(allowed: Allowed): void {
    this.#allowed = allowed;
    this.#isAll = this.#members.every((papers) => papers.every(allowed));
    this.draw();
  }

  recolour(): void {
    this.#paints.clear();
    this.draw();
  }

  draw(): void {
    const ratio = Math.min(devicePixelRatio, 2);
    const side = Math.round(this.#camera.size * ratio);
    if (this.#sheet?.side !== side) {
      this.#sheet = new Sheet(side);
      this.#canvas.width = side;
      this.#canvas.height = side;
    }
    const sheet = this.#sheet;
    const radius = radiusOf(this.#points.count, this.#camera) * ratio;
    if (radius !== this.#radius)
      this.#stamps = {
        disc: stampsOf(radius),
        ring: stampsOf(radius + 0.4 * ratio, radius * 0.45),
      };
    this.#radius = radius;
    sheet.clear();
    for (const isOut of this.#isAll ? [true] : [false, true]) {
      for (const [region, papers] of this.#members.entries()) {
        const swatch = this.#swatches[region];
        if (swatch) this.#print(sheet, papers, swatch, ratio, isOut);
      }
    }
    this.#canvas.getContext('2d')?.putImageData(sheet.image, 0, 0);
  }

  #paintOf(swatch: Element): Paint {
    const known = this.#paints.get(swatch);
    const paint = known ?? paintOf(getComputedStyle(swatch).color);
    this.#paints.set(swatch, paint);
    return paint;
  }

  /** @param isOut whether those that count are printed, or those that have faded */
  #print(sheet: Sheet, papers: Int32Array, swatch: Element, ratio: number, isOut: boolean): void {
    const paint = this.#paintOf(isOut ? swatch : this.#faded);
    const stamps = this.#stamps[swatch.classList.contains('ring') ? 'ring' : 'disc'];
    const { x: left, y: top } = this.#camera.transform;
    const scale = this.#camera.pixels(1) * ratio;
    const { coordinates } = this.#points;
    const margin = this.#radius + 2;
    const allowed = this.#isAll ? undefined : this.#allowed;
    for (const paper of papers) {
      if (allowed && allowed(paper) !== isOut) continue;
      const x = (coordinates[paper * 2] ?? 0) * scale + left * ratio;
      const y = (coordinates[paper * 2 + 1] ?? 0) * scale + top * ratio;
      if (x > -margin && y > -margin && x < sheet.side + margin && y < sheet.side + margin)
        sheet.stamp(stamps, x, y, paint);
    }
  }
}
