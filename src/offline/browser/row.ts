/** A collection in the list: its name, how far it is, and what can be done with it. */
import * as words from '#words/offline.ts';
import { withBase } from '../../base.ts';
import { make } from '../../browser/dom.ts';
import type { CollectionState, Failure } from '../messages.ts';
import { collectionName, megabytes, progressWords } from './words.ts';

/** What a button asks for. */
export type Act = 'keep' | 'stop' | 'remove';

const abouts: Readonly<Record<string, string>> = words.about;

export class Row {
  readonly element = make('li');
  readonly #name: string;
  readonly #link: HTMLAnchorElement;
  readonly #far = make('small');
  readonly #bar = make('progress', { max: '1' });
  readonly #buttons: Readonly<Record<Act, HTMLButtonElement>>;

  constructor(key: string, label: string, act: (act: Act, key: string) => void) {
    const { name, address } = collectionName(key, label);
    this.#name = name;
    this.#link = make('a', { href: withBase(address) }, name);
    this.#bar.setAttribute('aria-label', name);
    const button = (it: Act): HTMLButtonElement => {
      const made = make('button', { type: 'button' });
      made.addEventListener('click', () => act(it, key));
      return made;
    };
    this.#buttons = { keep: button('keep'), stop: button('stop'), remove: button('remove') };
    const about = abouts[key];
    const told = make('div', {}, make('strong', {}, this.#link), ' ', this.#far);
    if (about !== undefined) told.append(make('p', {}, about));
    this.element.append(told, make('p', {}, ...Object.values(this.#buttons)), this.#bar);
  }

  /** @param bytes of all of it, if nothing was asked for yet */
  show(known: CollectionState | undefined, bytes: number, failure: Failure | undefined): void {
    const state = known && { ...known, bytes: known.bytes || bytes };
    const had = this.element.contains(document.activeElement);
    const status = state?.status;
    const waits = status === 'waiting' && failure !== undefined;
    this.#far.textContent = state ? progressWords(state, failure) : megabytes(bytes);
    this.#bar.hidden = status === undefined || status === 'kept';
    this.#bar.value = state && state.bytes > 0 ? state.got / state.bytes : 0;
    const shown: Readonly<Record<Act, string | undefined>> = {
      keep:
        status === undefined
          ? words.keep
          : status === 'stopped' || waits
            ? words.resume
            : undefined,
      stop: status === 'fetching' || status === 'waiting' ? words.cancel : undefined,
      remove: status === 'kept' || status === 'stopped' ? words.remove : undefined,
    };
    for (const [act, button] of Object.entries(this.#buttons)) {
      const name = act === 'keep' || act === 'stop' || act === 'remove' ? shown[act] : undefined;
      button.hidden = name === undefined;
      button.textContent = name ?? '';
      button.setAttribute('aria-label', `${name}: ${this.#name}`);
    }
    // The button that was pressed may be gone: whoever uses the keyboard stays in the row.
    if (had && document.activeElement === document.body)
      this.element.querySelector<HTMLButtonElement>('button:not([hidden])')?.focus();
  }
}
