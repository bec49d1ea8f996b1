/** What part of the map is in view: by wheel, drag, pinch, buttons and keys. */
import { select, type Selection } from 'd3-selection';
import { zoom, zoomIdentity, ZoomTransform, type ZoomBehavior } from 'd3-zoom';
import type { Place } from '../address.ts';
import { extent } from '../archive-map.ts';

/** Milliseconds of a step by button or key. */
const stepTime = 250;

const calm = matchMedia('(prefers-reduced-motion: reduce)');

export class Camera {
  /** Side of the picture, in CSS pixels. */
  size = 1;
  /** Enlargement and shift, in CSS pixels. */
  transform: ZoomTransform = zoomIdentity;
  readonly #stage: HTMLElement;
  readonly #selection: Selection<HTMLElement, unknown, null, undefined>;
  readonly #zoom: ZoomBehavior<HTMLElement, unknown>;
  readonly #moved: () => void;
  /** Where the view is going, or is. */
  #goal: ZoomTransform = zoomIdentity;
  #stepping = false;

  /**
   * @param count papers: the more there are, the closer one can come
   * @param moved called whenever the view has changed
   */
  constructor(stage: HTMLElement, count: number, moved: () => void) {
    this.#stage = stage;
    this.#moved = moved;
    this.#selection = select(stage);
    this.#zoom = zoom<HTMLElement, unknown>()
      .scaleExtent([1, Math.min(64, Math.max(8, Math.sqrt(count) / 3))])
      .clickDistance(5)
      .filter((event: Event) => this.#isForMap(event))
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
        this.transform = transform;
        if (!this.#stepping) this.#goal = transform;
        // Enlarged, one finger moves the map; whole, it scrolls the page.
        stage.classList.toggle('closer', transform.k > 1.001);
        moved();
      });
    this.#selection.call(this.#zoom);
    new ResizeObserver(() => this.#measure()).observe(stage);
    this.#measure();
  }

  /** The page scrolls under a wheel or a finger unless the reader shows that the map is meant. */
  #isForMap(event: Event): boolean {
    if (event instanceof WheelEvent) {
      const meant = event.ctrlKey || this.#stage.contains(document.activeElement);
      return meant && (event.deltaY < 0 || this.transform.k > 1);
    }
    if ('touches' in event && event.touches instanceof TouchList)
      return event.touches.length > 1 || this.transform.k > 1.001;
    return event instanceof MouseEvent && !event.ctrlKey && event.button === 0;
  }

  #measure(): void {
    const size = this.#stage.clientWidth;
    if (size === 0 || size === this.size) return;
    const { x, y, k } = this.transform;
    const ratio = size / this.size;
    const first = this.size === 1;
    this.size = size;
    this.#zoom.extent([
      [0, 0],
      [size, size],
    ]);
    this.#zoom.translateExtent([
      [0, 0],
      [size, size],
    ]);
    if (first) this.#moved();
    else
      this.#selection.call(
        this.#zoom.transform,
        zoomIdentity.translate(x * ratio, y * ratio).scale(k),
      );
  }

  /** Units of the map → pixels in the picture. */
  toScreen(x: number, y: number): readonly [number, number] {
    const unit = this.size / extent;
    return this.transform.apply([x * unit, y * unit]);
  }

  /** Pixels in the picture → units of the map. */
  toMap(x: number, y: number): readonly [number, number] {
    const unit = extent / this.size;
    const [mapX, mapY] = this.transform.invert([x, y]);
    return [mapX * unit, mapY * unit];
  }

  /** Length in pixels → length in units of the map. */
  length(pixels: number): number {
    return ((pixels / this.transform.k) * extent) / this.size;
  }

  /** Length in units of the map → length in pixels. */
  pixels(units: number): number {
    return (units * this.transform.k * this.size) / extent;
  }

  /** Transform for a group of an SVG whose view box is the map. */
  get attribute(): string {
    const { x, y, k } = this.transform;
    const unit = extent / this.size;
    return `translate(${x * unit} ${y * unit}) scale(${k})`;
  }

  /** Zooms around the middle, or around a point of the map. */
  zoomBy(factor: number, around?: readonly [number, number]): void {
    const [nearest, closest] = this.#zoom.scaleExtent();
    const k = Math.min(closest, Math.max(nearest, this.#goal.k * factor));
    const [x, y] = around ? this.toScreen(...around) : [this.size / 2, this.size / 2];
    const [mapX, mapY] = this.transform.invert([x, y]);
    this.#go(zoomIdentity.translate(x, y).scale(k).translate(-mapX, -mapY));
  }

  /** Where the view is going, or is: its middle, 0 to 1, and how much it is enlarged. */
  get place(): Place {
    const { x, y, k } = this.#goal;
    const middle = this.size / 2;
    return { x: (middle - x) / k / this.size, y: (middle - y) / k / this.size, zoom: k };
  }

  /** Is there at once. */
  goTo({ x, y, zoom }: Place): void {
    const [nearest, closest] = this.#zoom.scaleExtent();
    const k = Math.min(closest, Math.max(nearest, zoom));
    const half = this.size / 2;
    this.#zoom.transform(
      this.#selection,
      zoomIdentity
        .translate(half, half)
        .scale(k)
        .translate(-x * this.size, -y * this.size),
    );
  }

  whole(): void {
    this.#go(zoomIdentity);
  }

  /** Moves the view by parts of its side. */
  pan(right: number, down: number): void {
    const { k } = this.#goal;
    this.#go(this.#goal.translate((-right * this.size) / k, (-down * this.size) / k));
  }

  /** Brings a point of the map into view, with some room around it. */
  reveal(x: number, y: number): void {
    const unit = this.size / extent;
    const [screenX, screenY] = this.#goal.apply([x * unit, y * unit]);
    const room = this.size / 8;
    const isIn = (at: number): boolean => at >= room && at <= this.size - room;
    if (isIn(screenX) && isIn(screenY)) return;
    const half = this.size / 2;
    const { k } = this.#goal;
    this.#go(
      zoomIdentity
        .translate(half, half)
        .scale(k)
        .translate(-x * unit, -y * unit),
    );
  }

  /** Goes there in a moment; at once for readers who want no motion. */
  #go(wanted: ZoomTransform): void {
    const whole: [[number, number], [number, number]] = [
      [0, 0],
      [this.size, this.size],
    ];
    const goal = this.#zoom.constrain()(wanted, whole, whole);
    const from = this.transform;
    const start = performance.now();
    this.#goal = goal;
    const step = (now: number): void => {
      // The reader has taken over, or wants to go elsewhere by now.
      if (this.#goal !== goal) return;
      const part = calm.matches ? 1 : Math.min(1, (now - start) / stepTime);
      const eased = 1 - (1 - part) ** 3;
      const between = (a: number, b: number): number => a + (b - a) * eased;
      // In a straight line, on which every view is as much within the map as both ends are.
      const view = new ZoomTransform(
        between(from.k, goal.k),
        between(from.x, goal.x),
        between(from.y, goal.y),
      );
      this.#stepping = true;
      this.#zoom.transform(this.#selection, part === 1 ? goal : view);
      this.#stepping = false;
      if (part < 1) requestAnimationFrame(step);
    };
    step(calm.matches ? start + stepTime : start);
  }
}
