/** The dots of the map: links of the picture, or a canvas where they are too many for that. */
import type { Camera } from './camera.ts';
import type { Points } from './points.ts';
import { paintOf, Sheet, stampsOf, type Paint } from './stamps.ts';

export interface Dots {
  /** Draws them for the camera's view. */
  draw(): void;
  /** Brings out the papers of some topics; of all with `undefined`. */
  choose(topics: ReadonlySet<number> | undefined): void;
  /** Reads the inks anew: the colour scheme has changed. */
  recolour(): void;
}

/** Radius of a dot, in pixels: small where there are many, larger as one comes closer. */
export function radiusOf(count: number, { size, transform }: Camera): number {
  const whole =
    Math.min(6.5, Math.max(1.1, 15 * count ** -0.235)) * Math.max(0.7, Math.sqrt(size / 720));
  return Math.min(Math.max(7.5, whole), whole * transform.k ** 0.5);
}

/** Dots that are links of the picture. */
export function linkedDots(links: readonly SVGAElement[], points: Points, camera: Camera): Dots {
  const group = links[0]?.parentElement;
  return {
    draw() {
      const radius = camera.length(radiusOf(points.count, camera));
      group?.style.setProperty('--radius', `${radius}px`);
    },
    choose(topics) {
      for (const [at, link] of links.entries())
        link.classList.toggle('off', topics !== undefined && !topics.has(points.topicOf[at] ?? 0));
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
  /** Papers of each topic. */
  readonly #members: readonly Int32Array[];
  #chosen: ReadonlySet<number> | undefined;
  #sheet: Sheet | undefined;
  #radius = 0;
  #stamps: ReturnType<typeof stampsOf> = [];
  #paints = new Map<Element, Paint>();

  /**
   * @param swatches elements whose text colour is a topic's ink, in the legend's order
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
    for (const [paper, topic] of points.topicOf.entries()) members[topic]?.push(paper);
    this.#members = members.map((papers) => Int32Array.from(papers));
  }

  choose(topics: ReadonlySet<number> | undefined): void {
    this.#chosen = topics;
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
    if (radius !== this.#radius) this.#stamps = stampsOf(radius);
    this.#radius = radius;
    sheet.clear();
    const chosen = this.#chosen;
    if (chosen) {
      for (const [topic, papers] of this.#members.entries())
        if (!chosen.has(topic)) this.#print(sheet, papers, this.#faded, ratio);
    }
    for (const [topic, papers] of this.#members.entries()) {
      const swatch = this.#swatches[topic];
      if (swatch && (!chosen || chosen.has(topic))) this.#print(sheet, papers, swatch, ratio);
    }
    this.#canvas.getContext('2d')?.putImageData(sheet.image, 0, 0);
  }

  #print(sheet: Sheet, papers: Int32Array, swatch: Element, ratio: number): void {
    const known = this.#paints.get(swatch);
    const paint = known ?? paintOf(getComputedStyle(swatch).color);
    this.#paints.set(swatch, paint);
    const { x: left, y: top } = this.#camera.transform;
    const scale = this.#camera.pixels(1) * ratio;
    const { coordinates } = this.#points;
    const margin = this.#radius + 1;
    for (const paper of papers) {
      const x = (coordinates[paper * 2] ?? 0) * scale + left * ratio;
      const y = (coordinates[paper * 2 + 1] ?? 0) * scale + top * ratio;
      if (x > -margin && y > -margin && x < sheet.side + margin && y < sheet.side + margin)
        sheet.stamp(this.#stamps, x, y, paint);
    }
  }
}
