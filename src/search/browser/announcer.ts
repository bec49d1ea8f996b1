/** Tells screen readers what was found: when typing pauses, however slowly somebody types. */

/** Shortest and longest pause after a letter before something is said, in milliseconds. */
const [shortest, longest] = [900, 4000];

/** How much longer than between two letters before it the pause is. */
const factor = 1.6;

/**
 * How long to wait for another letter.
 *
 * @param between time between the last two letters, in milliseconds
 */
export const pauseAfter = (between: number): number =>
  between > longest ? shortest : Math.min(Math.max(shortest, factor * between), longest);

/** A line that is read out: the newest text, once. */
export class Announcer {
  readonly #status: HTMLElement;
  #typed = -Infinity;
  #pause = shortest;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param status element of the role `status`
   * @param field where letters are typed
   */
  constructor(status: HTMLElement, field: HTMLElement) {
    this.#status = status;
    field.addEventListener('input', () => {
      const now = performance.now();
      this.#pause = pauseAfter(now - this.#typed);
      this.#typed = now;
      clearTimeout(this.#waiting);
    });
  }

  /** Says something when nothing is typed for a while; an empty text: nothing. */
  say(text: string): void {
    clearTimeout(this.#waiting);
    if (text === '') return void (this.#status.textContent = '');
    const left = this.#typed + this.#pause - performance.now();
    this.#waiting = setTimeout(
      () => {
        if (this.#status.textContent !== text) this.#status.textContent = text;
      },
      Math.max(left, 300),
    );
  }
}
