/**
 * When something was written, so that any two writings of it can be put in the same order everywhere: a hybrid logical
 * clock (Kulkarni et al., "Logical Physical Clocks", 2014). It follows the device's clock, never goes back, and is
 * always ahead of what it has seen, so that who has seen a writing writes a later one.
 */

/** Milliseconds since 1970 as nine base-36 digits, and who wrote as five: later ones are greater as text. */
export type Stamp = string;

const digits = 9;
const writerLength = 5;

/** What a stamp looks like. */
export const stampForm = /^[0-9a-z]{14}$/;

/** A name for a writer (a page that is open), other than all others. */
export const newWriter = (random: () => number = Math.random): string =>
  Math.floor(random() * 36 ** writerLength)
    .toString(36)
    .padStart(writerLength, '0');

const stampOf = (time: number, writer: string): Stamp =>
  time.toString(36).padStart(digits, '0') + writer;

/** When a stamp says it was made, in milliseconds since 1970. */
export const timeOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, digits), 36);

export class Clock {
  readonly writer: string;
  readonly #now: () => number;
  #last = 0;

  /** @param now milliseconds since 1970 */
  constructor(writer: string = newWriter(), now: () => number = Date.now) {
    this.writer = writer;
    this.#now = now;
  }

  /** The device's time. */
  get now(): number {
    return this.#now();
  }

  /** A stamp later than all that were made or seen. */
  tick(): Stamp {
    this.#last = Math.max(this.#last + 1, Math.floor(this.#now()));
    return stampOf(this.#last, this.writer);
  }

  /** Takes notice of a stamp of another. */
  saw(stamp: Stamp): void {
    this.#last = Math.max(this.#last, timeOf(stamp));
  }
}
