/**
 * Searches while somebody types: the newest first, and what was found for the letters before shown as long as it leads to
 * what stands there now. Knows no page.
 */

/** How long a search that is under way is waited for before a newer one begins beside it, in milliseconds. */
const patience = 200;

export interface LiveActions<Wanted, Found> {
  /** Searches. May throw as soon as the signal says that nobody looks at the answer any more. */
  search(wanted: Wanted, signal: AbortSignal): Promise<Found>;
  /** Whether what is found for something earlier may be shown until there is an answer to what is wanted now. */
  leadsTo(earlier: Wanted, wanted: Wanted): boolean;
  /** @param last nothing newer is wanted */
  found(wanted: Wanted, found: Found, last: boolean): void;
  /** The newest search failed. */
  failed(error: unknown): void;
}

interface Run<Wanted> {
  readonly wanted: Wanted;
  readonly begun: number;
  readonly giveUp: AbortController;
  /** Resolves when no more comes of it: it has found, failed, or been given up. */
  ended: Promise<void>;
}

/**
 * At most two searches run: the oldest, so that something is found however quickly somebody types, and the newest.
 * What was typed between the two is given up, or never begun.
 */
export class LiveSearch<Wanted, Found> {
  readonly #actions: LiveActions<Wanted, Found>;
  /** The oldest first. */
  #runs: readonly Run<Wanted>[] = [];
  #waiting: { readonly wanted: Wanted; readonly from: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(actions: LiveActions<Wanted, Found>) {
    this.#actions = actions;
  }

  /**
   * Searches as soon as that holds up nothing that is of use.
   *
   * @param pause before which it need not begin, in milliseconds: more is likely to be typed
   */
  type(wanted: Wanted, pause = 0): void {
    this.#giveUp(({ wanted: earlier }) => !this.#actions.leadsTo(earlier, wanted));
    this.#waiting = { wanted, from: performance.now() + pause };
    this.#begin();
  }

  /** Searches at once. Resolves when no more comes of it: it has found, failed, or been given up. */
  async ask(wanted: Wanted): Promise<void> {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
    const { leadsTo } = this.#actions;
    const newest = this.#runs.at(-1);
    if (newest && leadsTo(newest.wanted, wanted) && leadsTo(wanted, newest.wanted)) {
      await newest.ended;
      return;
    }
    const [oldest] = this.#runs;
    this.#giveUp((run) => run !== oldest || !leadsTo(run.wanted, wanted));
    const run: Run<Wanted> = {
      wanted,
      begun: performance.now(),
      giveUp: new AbortController(),
      ended: Promise.resolve(),
    };
    this.#runs = [...this.#runs, run];
    run.ended = this.#follow(run);
    await run.ended;
  }

  /** Gives up everything. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
    this.#giveUp(() => true);
  }

  /** Begins what waits, now or as soon as it may. */
  #begin(): void {
    clearTimeout(this.#timer);
    if (this.#waiting === undefined) return;
    const { wanted, from } = this.#waiting;
    const newest = this.#runs.at(-1);
    const free = newest === undefined ? 0 : newest.begun + patience;
    const wait = Math.max(from, free) - performance.now();
    if (wait > 0) this.#timer = setTimeout(() => this.#begin(), wait);
    else void this.ask(wanted);
  }

  async #follow(run: Run<Wanted>): Promise<void> {
    const { signal } = run.giveUp;
    try {
      const found = await this.#actions.search(run.wanted, signal);
      if (signal.aborted) return;
      this.#giveUp(({ begun }) => begun < run.begun);
      this.#actions.found(run.wanted, found, this.#isLast(run));
    } catch (error) {
      if (!signal.aborted && this.#isLast(run)) this.#actions.failed(error);
    } finally {
      this.#runs = this.#runs.filter((other) => other !== run);
      this.#begin();
    }
  }

  #isLast(run: Run<Wanted>): boolean {
    return this.#waiting === undefined && this.#runs.at(-1) === run;
  }

  #giveUp(superseded: (run: Run<Wanted>) => boolean): void {
    const given = this.#runs.filter(superseded);
    this.#runs = this.#runs.filter((run) => !given.includes(run));
    for (const { giveUp } of given) giveUp.abort();
  }
}
