/** The address bar's share in the search, and what the back button finds again. */
import { checked, isShaped, type Is } from '../../shapes.ts';
import { behindPath, readAddress, writeAddress, type SearchState } from '../address.ts';

/** How far a reader had got when leaving. */
export interface Place {
  /** Results shown. */
  readonly shown: number;
  /** Pixels from the top. */
  readonly scroll: number;
}

/** After the browser refused to change the address as often as that, in milliseconds. */
const tryAgainAfter = 2000;

const isWhole: Is<number> = (value): value is number => Number.isSafeInteger(value);
const isPlace = isShaped<Place>({ shown: isWhole, scroll: isWhole });

/** What the address holds, from its question mark on. */
const held = (): string =>
  location.search === '' && location.hash.startsWith('#q=')
    ? location.hash.replace('#', '?')
    : location.search;

/** The state that the address holds. */
export function currentState(): SearchState {
  return readAddress(new URLSearchParams(held()));
}

/** Where the reader was at this address, if they have been here. */
export const recalledPlace = (): Place | undefined => checked(history.state, isPlace);

/**
 * Keeps the address in step with the search.
 *
 * Letters typed one after the other are one search: they replace each other. A choice (filter, order), and typing
 * after something was looked at, make a new entry, so that "back" leads to the search before.
 */
export class SearchHistory {
  #looked = true;
  #again: ReturnType<typeof setTimeout> | undefined;

  /** Writes a state into the address. */
  write(state: SearchState, how: 'typed' | 'chosen'): void {
    clearTimeout(this.#again);
    const address = writeAddress(state);
    if (address !== held()) {
      const fresh = how === 'chosen' || (this.#looked && held() !== '');
      try {
        if (fresh) history.pushState(null, '', location.pathname + behindPath(address));
        else history.replaceState(null, '', location.pathname + behindPath(address));
      } catch {
        // Safari allows a hundred changes in thirty seconds; people may type more letters.
        this.#again = setTimeout(() => this.write(state, how), tryAgainAfter);
        return;
      }
    }
    this.#looked = how === 'chosen';
  }

  /** The reader has looked at the results of this address: it is to be found again. */
  settle(): void {
    this.#looked = true;
  }

  /** Remembers how far the reader has got. */
  remember({ shown, scroll }: Place): void {
    try {
      history.replaceState({ shown, scroll: Math.round(scroll) }, '');
    } catch {
      // Too often: the next time is soon enough.
    }
  }
}
