import { XmlElement, XmlText } from '@rgrove/parse-xml';
import type { JsonObject } from './values.ts';
import { shownText } from './xml-text.ts';

/** Deeper elements are left to the field that holds them. */
const deepest = 6;

/** Name without its prefix: `title` of `dc:title`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

/**
 * Whether an element has a name: `title` whatever its prefix, `:title` with none or its parent's, `dc:title` with its
 * own. Case does not matter where prefixes do.
 */
function hasName({ name: own, parent }: XmlElement, name: string): boolean {
  if (!name.includes(':')) return localName(own) === name;
  const full = own.toLowerCase();
  if (!name.startsWith(':')) return full === name;
  const above = parent instanceof XmlElement ? prefixOf(parent.name) : '';
  return full === name.slice(1) || full === `${above}${name.slice(1)}`.toLowerCase();
}

/** The elements directly below one, those of a name alone if one is given. */
export function children(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && (name === undefined || hasName(child, name)),
  );
}

/** The elements at a path below one, e.g. `authors.author`; itself if the path is empty. */
export function elementsAt(element: XmlElement, path: string): XmlElement[] {
  let found = [element];
  for (const name of path === '' ? [] : path.split('.'))
    found = found.flatMap((one) => children(one, name));
  return found;
}

/** An attribute, whatever the prefix of its name. */
export function attribute({ attributes }: XmlElement, name: string): string | undefined {
  const key = Object.keys(attributes).find((one) => localName(one) === name);
  return key === undefined ? undefined : attributes[key];
}

/** The texts of elements, blank ones left out. */
export function textsOf(elements: readonly XmlElement[]): string[] {
  return elements.map((one) => shownText(one).trim()).filter((text) => text !== '');
}

/** The text of the first of the elements below one that has one of these names and says something. */
export function childText(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const [text] = textsOf(children(element, name));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** What is in elements by the names there, as the objects of JSON have it: the parts of names and dates. */
export const objectsOf = (elements: readonly XmlElement[]): JsonObject[] =>
  elements.map((element) =>
    Object.fromEntries(
      children(element)
        .toReversed()
        .map((child) => [localName(child.name), shownText(child).trim()]),
    ),
  );

/** Paths of everything that a record holds, prefixes left out: `authors.author.keyname`, `PMID@Version`. */
export function fieldPaths(record: XmlElement): Set<string> {
  const paths = new Set<string>();
  const visit = (element: XmlElement, path: string, depth: number): void => {
    for (const name of Object.keys(element.attributes))
      if (!name.startsWith('xmlns')) paths.add(`${path}@${localName(name)}`);
    if (
      path !== '' &&
      element.children.some((node) => node instanceof XmlText && /\S/.test(node.text))
    )
      paths.add(path);
    if (depth >= deepest) return;
    for (const child of children(element)) {
      const name = localName(child.name);
      visit(child, path === '' ? name : `${path}.${name}`, depth + 1);
    }
  };
  visit(record, '', 0);
  return paths;
}
