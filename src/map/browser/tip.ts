/** Which paper is meant: a ring around its dot that is a link, and a card beside it. */
import * as words from '#words/map-script.ts';
import { make } from '../../browser/dom.ts';
import type { Camera } from './camera.ts';
import { placeOf, type Details, type Points } from './points.ts';

export interface TipParts {
  readonly here: HTMLAnchorElement;
  /** A list of one paper, as other lists of papers are, for what they all have (a star). */
  readonly tip: HTMLElement;
  readonly status: HTMLElement;
}

/** Distance of the card from the dot, in pixels. */
const distance = 14;

/** Distance of the card from the frame, in pixels. */
const margin = 4;

/** Milliseconds in which the pointer may go from a dot to its card (WCAG 1.4.13). */
const grace = 350;

export class Tip {
  /** Place of the paper that is selected; -1 for none. */
  selected = -1;
  /** Place of the paper that the pointer is at; -1 for none. */
  #pointed = -1;
  readonly #parts: TipParts;
  readonly #points: Points;
  readonly #camera: Camera;
  readonly #placeOf: (paper: number) => string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Told when another paper is selected, or none. */
  changed: () => void = () => undefined;

  /** @param placeOf names a paper's region and topics */
  constructor(parts: TipParts, points: Points, camera: Camera, placeOf: (paper: number) => string) {
    this.#parts = parts;
    this.#points = points;
    this.#camera = camera;
    this.#placeOf = placeOf;
    const { tip } = parts;
    tip.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    tip.addEventListener('pointerleave', () => this.leave());
    // Wherever the focus is, the card can be sent away.
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || this.paper < 0) return;
      this.hide();
      event.preventDefault();
    });
  }

  /** The paper that is meant: where the pointer is, or the one that is selected. */
  get paper(): number {
    return this.#pointed >= 0 ? this.#pointed : this.selected;
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#pointed = -1;
    this.#select(-1);
    this.#show();
  }

  #select(paper: number): void {
    if (paper === this.selected) return;
    this.selected = paper;
    this.changed();
  }

  /** The pointer is at a paper. */
  point(paper: number): void {
    clearTimeout(this.#timer);
    if (paper === this.paper) return;
    this.#pointed = paper;
    this.#show();
  }

  /** The pointer is at none: in a moment the selected one is meant again, unless it goes to the card. */
  leave(): void {
    clearTimeout(this.#timer);
    if (this.#pointed < 0 || this.#pointed === this.selected) return;
    this.#timer = setTimeout(() => {
      this.#pointed = -1;
      this.#show();
    }, grace);
  }

  /**
   * Selects a paper.
   *
   * @param aloud whether it is said to those who do not see it
   */
  async select(paper: number, aloud: boolean): Promise<void> {
    clearTimeout(this.#timer);
    this.#pointed = -1;
    this.#select(paper);
    this.#show();
    if (paper < 0 || !aloud) return;
    const { status } = this.#parts;
    try {
      const { title } = await this.#points.details(paper);
      if (paper === this.selected) status.textContent = `${title}. ${this.#placeOf(paper)}.`;
    } catch {
      if (paper === this.selected) status.textContent = words.noTitle;
    }
  }

  #show(): void {
    const { paper } = this;
    const { here, tip } = this.#parts;
    here.hidden = paper < 0;
    tip.hidden = paper < 0;
    tip.classList.toggle('selected', paper >= 0 && paper === this.selected);
    here.classList.toggle('selected', paper >= 0 && paper === this.selected);
    if (paper < 0) return;
    const known = this.#points.known(paper);
    this.#write(known, paper);
    this.place();
    if (!known) void this.#fetch(paper);
  }

  async #fetch(paper: number): Promise<void> {
    const details = await this.#points.details(paper).catch(() => undefined);
    if (paper !== this.paper) return;
    if (details) this.#write(details, paper);
    else this.#parts.tip.replaceChildren(make('li', {}, words.noTitleReload));
    this.place();
  }

  #write(details: Details | undefined, paper: number): void {
    const { here, tip } = this.#parts;
    if (!details) {
      here.removeAttribute('href');
      tip.replaceChildren(make('li', {}, '…'));
      return;
    }
    here.href = details.href;
    if (tip.dataset['paper'] === details.href) return;
    tip.dataset['paper'] = details.href;
    const title = make('a', { class: 'title', href: details.href }, details.title);
    const by = make('p', { class: 'by' }, make('span', {}, details.by), details.facts);
    const where = make('p', { class: 'where' }, this.#placeOf(paper));
    tip.replaceChildren(make('li', {}, make('h3', {}, title), by, where));
    // Others have something to add: a star.
    document.dispatchEvent(new Event('offprint:items'));
  }

  /** Opens the paper that is meant, once it is known which that is. */
  async open(): Promise<void> {
    if (this.paper < 0) return;
    const { href } = await this.#points.details(this.paper);
    location.assign(href);
  }

  /** Puts ring and card where the dot is now. */
  place(): void {
    const { paper } = this;
    if (paper < 0) return;
    const { here, tip } = this.#parts;
    const { size } = this.#camera;
    const [x, y] = this.#camera.toScreen(...placeOf(this.#points, paper));
    const isIn = x >= 0 && y >= 0 && x <= size && y <= size;
    here.hidden = !isIn;
    tip.hidden = !isIn;
    if (!isIn) return;
    here.style.transform = `translate(${x}px, ${y}px)`;
    // Beside its dot, within the frame, which would cut it off: where neither side has the room, its end is scrolled to.
    const room = { above: y - distance - margin, below: size - y - distance - margin };
    tip.style.maxBlockSize = `${Math.max(room.above, room.below)}px`;
    const [width, height] = [tip.offsetWidth, tip.offsetHeight];
    const left = Math.min(size - width - margin, Math.max(margin, x - width / 2));
    const isAbove = height <= room.above || room.above > room.below;
    const top = isAbove ? y - distance - height : y + distance;
    tip.style.transform = `translate(${left}px, ${top}px)`;
  }
}
