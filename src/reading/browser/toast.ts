/** What was done, said at the lower edge, so that nothing moves; with the way back. */
import * as words from '#words/reading-toast.ts';
import { withBase } from '../../base.ts';
import { kept } from './kept.ts';

/** Milliseconds for which it is shown. */
const shown = 8000;

let timer: ReturnType<typeof setTimeout> | undefined;

const regionOf = (role: 'status' | 'alert'): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`.edition[data-toast=${role}]`);
  if (found !== null) return found;
  const made = document.createElement('div');
  made.className = 'edition';
  made.dataset['toast'] = role;
  made.setAttribute('role', role);
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
  const line = document.createElement('p');
  line.textContent = trouble === undefined ? said : words.troubles[trouble];
  const link = document.createElement('a');
  const asked = paper === undefined ? '' : `?edit=${paper}`;
  link.href = withBase(`reading-list/${asked}`);
  link.textContent = paper === undefined ? words.readingList : words.addNote;
  const close = (): void => {
    // The focus does not fall out of the page.
    if (region.contains(document.activeElement)) document.querySelector('main')?.focus();
    region.replaceChildren();
  };
  const button = (name: string, act: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = name;
    made.addEventListener('click', () => {
      close();
      act();
    });
    return made;
  };
  const parts = [
    line,
    ...(document.querySelector('[data-reading]') === null ? [link] : []),
    ...(undo === undefined ? [] : [button(words.undo, undo)]),
    ...(trouble === undefined ? [] : [button(words.close, () => undefined)]),
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
