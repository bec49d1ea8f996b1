/** What was done, said at the lower edge, so that nothing moves; with the way back. */
import * as words from '#words/reading-toast.ts';
import { withBase } from '../../base.ts';
import { button, make } from '../../browser/dom.ts';
import { kept } from './kept.ts';

/** Milliseconds for which it is shown. */
const shown = 8000;

let timer: ReturnType<typeof setTimeout> | undefined;

const regionOf = (role: 'status' | 'alert'): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`.edition[data-toast=${role}]`);
  if (found !== null) return found;
  const made = make('div', { class: 'edition', 'data-toast': role, role });
  document.body.append(made);
  return made;
};

/**
 * Says what was done, or that it could not be kept.
 *
 * @param undo takes it back
 * @param paper that a note may be written on
 */
export function say(said: string, undo?: () => void, paper?: string): void {
  const { trouble } = kept;
  const region = regionOf(trouble === undefined ? 'status' : 'alert');
  for (const other of document.querySelectorAll('.edition[data-toast]')) other.replaceChildren();
  const line = make('p', {}, trouble === undefined ? said : words.troubles[trouble]);
  const href = withBase(`reading-list/${paper === undefined ? '' : `?edit=${paper}`}`);
  const link = make('a', { href }, paper === undefined ? words.readingList : words.addNote);
  const close = (): void => {
    // The focus does not fall out of the page.
    if (region.contains(document.activeElement)) document.querySelector('main')?.focus();
    region.replaceChildren();
  };
  const closing = (name: string, act?: () => void): HTMLButtonElement =>
    button(name, () => {
      close();
      act?.();
    });
  const parts = [
    line,
    ...(document.querySelector('[data-reading]') === null ? [link] : []),
    ...(undo === undefined ? [] : [closing(words.undo, undo)]),
    ...(trouble === undefined ? [] : [closing(words.close)]),
  ];
  // Into a region that is there already: only then is it read out.
  requestAnimationFrame(() => region.append(...parts));
  clearTimeout(timer);
  if (trouble === undefined) {
    const later = (): void => {
      timer = setTimeout(
        () => (region.matches(':hover, :focus-within') ? later() : close()),
        shown,
      );
    };
    later();
  }
}
