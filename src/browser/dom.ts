/** Elements, found and made without a string of HTML ever being read. Every page has this. */

/**
 * The first element that matches.
 *
 * @throws if the page's template and this script have come apart
 */
export function find<Kind extends Element>(
  root: ParentNode,
  selector: string,
  kind: abstract new () => Kind,
): Kind {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}.`);
}

export type Attributes = Readonly<Record<string, string>>;

/** Makes an element; strings among its children become text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Makes a button that does something, and submits no form. */
export function button(
  label: string,
  act: (made: HTMLButtonElement) => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = make('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', () => act(made));
  return made;
}
