/** What the reader sees and the address say the same: Back, a bookmark and a link restore it. */
import * as words from '#words/map-script.ts';
import * as common from '#words/common.ts';
import { button } from '../../browser/dom.ts';
import { readAddress, writeAddress, type MapAddress } from '../address.ts';
import { extent } from '../archive-map.ts';
import type { Camera } from './camera.ts';
import type { Legend } from './legend.ts';
import { idAt, placeOf, type Points } from './points.ts';
import type { ShownPapers } from './shown-papers.ts';
import type { Tip } from './tip.ts';

interface Parts {
  readonly camera: Camera;
  readonly points: Points;
  readonly legend: Legend;
  readonly shown: ShownPapers;
  readonly tip: Tip;
  /** Says which papers the address names. */
  readonly given: HTMLElement;
}

/** Milliseconds of rest after which the address is written: browsers allow it some times a second. */
const rest = 250;

/** How near a paper is shown whose place on the map was asked for. */
const near = 2.5;

export class State {
  readonly #parts: Parts;
  readonly #choose: () => void;
  #papers: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Ours, so that it is not read again. */
  #written = '';
  #isReading = false;

  /** @param choose brings out what is chosen */
  constructor(parts: Parts, choose: () => void) {
    this.#parts = parts;
    this.#choose = choose;
    parts.tip.changed = () => this.write();
    addEventListener('hashchange', () => {
      if (location.hash !== this.#written) void this.read();
    });
    // Who leaves at once finds it as it was, too.
    addEventListener('pagehide', () => this.#write());
  }

  /** Shows what the address says. */
  async read(): Promise<void> {
    const address = readAddress(location.hash) ?? readAddress(location.search);
    if (!address) return;
    this.#isReading = true;
    try {
      await this.#show(address);
    } finally {
      this.#isReading = false;
    }
  }

  async #show(address: MapAddress): Promise<void> {
    const { camera, points, legend, shown, tip } = this.#parts;
    legend.choose(address.topics, address.regions);
    shown.choice = legend.choice;
    this.#papers = address.papers;
    const [given, [selected]] = await Promise.all([
      points.find(address.papers),
      points.find(address.paper === undefined ? [] : [address.paper]),
    ]);
    shown.given = address.papers.length === 0 ? undefined : new Set(given);
    this.#tell(given.length);
    this.#choose();
    if (address.at) camera.goTo(address.at);
    else if (selected !== undefined) {
      const [x, y] = placeOf(points, selected);
      camera.goTo({ x: x / extent, y: y / extent, zoom: near });
    } else camera.goTo({ x: 0.5, y: 0.5, zoom: 1 });
    if (selected === undefined) tip.hide();
    else await tip.select(selected, true);
  }

  /** How many papers of a search or a list are brought out, and the way back to all. */
  #tell(found: number): void {
    const { given, shown } = this.#parts;
    given.hidden = this.#papers.length === 0;
    if (given.hidden) return;
    const all = button(words.showAll, () => {
      this.#papers = [];
      shown.given = undefined;
      given.hidden = true;
      this.#choose();
      this.write();
    });
    given.replaceChildren(words.given(common.papers(found)), all);
  }

  /** Writes down what is seen, in a moment. */
  write(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), rest);
  }

  #write(): void {
    clearTimeout(this.#timer);
    if (this.#isReading) return;
    const { camera, points, legend, tip } = this.#parts;
    const href = tip.selected >= 0 ? points.known(tip.selected)?.href : undefined;
    const hash = writeAddress({
      ...(href !== undefined && { paper: idAt(href) }),
      papers: this.#papers,
      ...legend.said,
      at: camera.place,
    });
    this.#written = hash;
    if (hash === location.hash) return;
    // What someone else's link says behind `#`, such as a heading's anchor, stays.
    if (hash === '' && readAddress(location.hash) === undefined) return;
    const search = readAddress(location.search) ? '' : location.search;
    history.replaceState(history.state, '', location.pathname + search + hash);
  }
}
