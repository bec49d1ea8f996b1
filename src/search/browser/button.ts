/** Buttons of the search page. */
import { make, type Attributes } from './dom.ts';

/** Makes a button. @param pressed called at each click */
export function button(
  content: readonly (Node | string)[],
  pressed: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const element = make('button', { type: 'button', ...attributes }, ...content);
  element.addEventListener('click', pressed);
  return element;
}
