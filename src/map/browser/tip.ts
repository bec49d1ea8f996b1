/** Which paper is meant: a ring around its dot that is a link, and its title beside it. */
import type { Camera } from './camera.ts';
import type { Points } from './points.ts';

export interface TipParts {
  readonly here: HTMLAnchorElement;
  readonly tip: HTMLElement;
  readonly status: HTMLElement;
}

/** Distance of the title from the dot, in pixels. */
const distance = 16;

export class Tip {
  /** Place of the paper that is meant; -1 for none. */
  paper = -1;
  readonly #parts: TipParts;
  readonly #points: Points;
  readonly #camera: Camera;
  readonly #topics: readonly string[];

  /** @param topics labels, in the legend's order */
  constructor(parts: TipParts, points: Points, camera: Camera, topics: readonly string[]) {
    this.#parts = parts;
    this.#points = points;
    this.#camera = camera;
    this.#topics = topics;
  }

  hide(): void {
    this.paper = -1;
    this.#parts.here.hidden = true;
    this.#parts.tip.hidden = true;
  }

  /**
   * Means a paper.
   *
   * @param aloud whether it is said to those who do not see it
   */
  async show(paper: number, aloud: boolean): Promise<void> {
    if (paper === this.paper && !aloud) return;
    this.paper = paper;
    const { here, tip, status } = this.#parts;
    const known = this.#points.known(paper);
    const topic = this.#topics[this.#points.topicOf[paper] ?? 0] ?? '';
    this.#write(known?.title ?? '…', topic);
    if (known) here.href = known.href;
    else here.removeAttribute('href');
    here.hidden = false;
    tip.hidden = false;
    this.place();
    try {
      const { href, title } = known ?? (await this.#points.details(paper));
      if (paper !== this.paper) return;
      here.href = href;
      this.#write(title, topic);
      if (aloud) status.textContent = `${title}. ${topic}.`;
    } catch {
      if (paper !== this.paper) return;
      this.#write('The title could not be loaded.', 'Reload the page, or try again later.');
      if (aloud) status.textContent = 'The title could not be loaded.';
    }
    this.place();
  }

  #write(title: string, topic: string): void {
    const small = document.createElement('small');
    small.textContent = topic;
    this.#parts.tip.replaceChildren(title, small);
  }

  /** Opens the paper that is meant, once it is known which that is. */
  async open(): Promise<void> {
    if (this.paper < 0) return;
    const { href } = await this.#points.details(this.paper);
    location.assign(href);
  }

  /** Puts ring and title where the dot is now. */
  place(): void {
    if (this.paper < 0) return;
    const { here, tip } = this.#parts;
    const { size } = this.#camera;
    const { coordinates } = this.#points;
    const [x, y] = this.#camera.toScreen(
      coordinates[this.paper * 2] ?? 0,
      coordinates[this.paper * 2 + 1] ?? 0,
    );
    const isIn = x >= 0 && y >= 0 && x <= size && y <= size;
    here.hidden = !isIn;
    tip.hidden = !isIn;
    if (!isIn) return;
    here.style.transform = `translate(${x}px, ${y}px)`;
    const [width, height] = [tip.offsetWidth, tip.offsetHeight];
    const left = Math.min(size - width - 4, Math.max(4, x - width / 2));
    const above = y - distance - height;
    tip.style.transform = `translate(${left}px, ${above > 4 ? above : y + distance}px)`;
  }
}
