/** The papers of a page by how it is built: units that repeat, each with a title, and what stands beside it. Pure. */
import type { Element, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { identifiersIn } from '../identifiers.ts';
import { namesOf } from '../names/person.ts';

const oneLine = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim();
const shown = (node: Element): string => oneLine(toText(node));

/** Words of an element's class and of what it says it is: `gse_alrt_title` is a title. */
const wordsOf = ({ properties: { className, itemProp } }: Element): string[] =>
  [className, itemProp]
    .flatMap((value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]))
    .flatMap((value) =>
      String(value)
        .toLowerCase()
        .split(/[-_\s]+/),
    );

const hasWord = (node: Element, words: readonly string[]): boolean =>
  wordsOf(node).some((word) => words.includes(word));

const elementsOf = (node: Root | Element): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' ? [child] : []));

const elementsIn = (node: Root | Element): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []));

const linksIn = (node: Element): Element[] =>
  [node, ...elementsIn(node)].filter(
    ({ tagName, properties }) => tagName === 'a' && typeof properties.href === 'string',
  );
const addressOf = ({ properties: { href } }: Element): string =>
  typeof href === 'string' ? href : '';

/** What may be the titles of a page, the surest first. */
const titleKinds: readonly ((node: Element) => boolean)[] = [
  (node) => hasWord(node, ['title']),
  ({ tagName, ...node }) => /^h[2-6]$/.test(tagName) && linksIn({ tagName, ...node }).length > 0,
  (node) => /^(?:strong|b)$/.test(node.tagName) && linksIn(node).length > 0,
  (node) => node.tagName === 'a' && shown(node).length >= 20,
];

/** Fewest characters of a title and of an abstract. */
const shortest = { title: 12, abstract: 80 };

/** The title in what a page marks as one, without the buttons and numbers around it. */
function titleIn(node: Element): string {
  const texts = linksIn(node).map(shown);
  const longest = texts.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const text = longest.length >= shortest.title ? longest : shown(node);
  return text.replace(/^(?:title\s?:\s*|\[(?:pdf|html|book|citation)\]\s*)/i, '');
}

/** Whether it says more than an identifier. */
const canBeTitle = (node: Element): boolean => {
  const text = shown(node);
  return text.length >= shortest.title && text.length < 1000 && !/^\[?(?:arXiv|doi):\S/i.test(text);
};

/** A part of a page that has one title. */
interface Unit {
  readonly title: Element;
  readonly parts: Element[];
}

/** Outermost elements of a kind, in order. */
function outermost(node: Root | Element, wanted: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return wanted(child) ? [child] : outermost(child, wanted);
  });
}

/** Cuts a page into units: the children of what holds all titles, each from one with a title to the next. */
function unitsOf(node: Root | Element, titles: ReadonlySet<Element>): Unit[] {
  const children = elementsOf(node);
  const held = children.map((child) =>
    [child, ...elementsIn(child)].filter((it) => titles.has(it)),
  );
  const units: Unit[] = [];
  // What stands before a title that follows it in the next element belongs to that: the number and id of a listing.
  let before: Element[] = [];
  for (const [index, child] of children.entries()) {
    const [title, ...others] = held[index] ?? [];
    const last = units.at(-1);
    if (title && others.length > 0) units.push(...unitsOf(child, titles));
    else if (title) units.push({ title, parts: [...before, child] });
    else if (child.tagName === 'dt') {
      before = [child];
      continue;
    } else if (last && !/^h[1-6]$/.test(child.tagName)) last.parts.push(child);
    before = [];
  }
  return units;
}

const isSkipped = ({ tagName }: Element): boolean => /^(?:table|button|img)$/.test(tagName);

/** Texts of a unit beside its title: of each element that holds text of its own or only inline ones. */
function textsOf(node: Element, title: Element): { node: Element; text: string }[] {
  if (node === title) return [];
  const children = elementsOf(node);
  const holds = [node, ...elementsIn(node)].includes(title);
  const blocks = children.some(({ tagName }) =>
    /^(?:div|p|ul|ol|li|table|tbody|tr|td|dd|dt|section|h\d|blockquote)$/.test(tagName),
  );
  if (!holds && !blocks) return [{ node, text: shown(node) }];
  if (!blocks) {
    const [before = '', ...after] = shown(node).split(shown(title));
    return [after.join(' ').trim(), before.trim()].map((text) => ({ node, text }));
  }
  const own = oneLine(
    node.children.map((child) => (child.type === 'text' ? child.value : '')).join(' '),
  );
  const inner = children
    .filter((child) => !isSkipped(child) || holds)
    .flatMap((child) => textsOf(child, title));
  return own === '' ? inner : [...inner, { node, text: own }];
}

const withoutLabel = (text: string): string =>
  text.replace(/^(?:abstract|summary|authors?|tl;?dr|by)\b\s?:?\s*/i, '').replace(/\s?△ Less$/, '');

/** Names in a line that ends in a venue, as search engines have it: `M Berg, K Dahl - Botany, 2025`. */
const authorsIn = (text: string): readonly string[] =>
  namesOf(withoutLabel(text.split(/\s[-–—]\s/, 1)[0] ?? '')) ?? [];

interface UnitRecord {
  readonly lines: string[];
  /** Whether an identifier is in it. */
  readonly known: boolean;
}

/** Bibliographies end every title in a full stop. */
function withoutFullStops(records: UnitRecord[]): UnitRecord[] {
  const ends = ({ lines }: UnitRecord): boolean => /[^.]\.$/.test(lines[1] ?? '');
  if (records.length < 2 || !records.every(ends)) return records;
  return records.map(({ lines, known }) => {
    const cut = lines.map((line, index) => (index === 1 ? line.slice(0, -1) : line));
    return { lines: cut, known };
  });
}

/** A unit as a record of RIS; undefined if it is of no paper. */
function recordOf({ title, parts }: Unit): UnitRecord | undefined {
  const name = titleIn(title);
  if (name.length < shortest.title) return undefined;
  const all = parts.flatMap((part) => [part, ...elementsIn(part)]);
  const texts = parts.flatMap((part) => textsOf(part, title)).filter(({ text }) => text !== '');
  const people = all.filter((node) => hasWord(node, ['author', 'authors', 'byline']));
  const named = people.filter(
    (node) => !people.some((other) => other !== node && elementsIn(node).includes(other)),
  );
  const marked = named.flatMap((node) => {
    const links = linksIn(node)
      .map(shown)
      .filter((text) => text !== '');
    return links.length > 0 ? links : (namesOf(withoutLabel(shown(node))) ?? []);
  });
  const authors =
    marked.length > 0
      ? marked
      : (texts.map(({ text }) => authorsIn(text)).find((it) => it.length > 0) ?? []);
  const abstracts = all
    .filter(
      (node) =>
        hasWord(node, ['abstract', 'summary', 'sni', 'snippet', 'description', 'tldr']) &&
        node !== title,
    )
    .map((node) => withoutLabel(shown(node)));
  const others = texts.map(({ text }) => withoutLabel(text));
  const abstract = [
    ...abstracts,
    ...(abstracts.some((it) => it.length >= shortest.abstract) ? [] : others),
  ]
    .filter((text) => text.length >= shortest.abstract)
    .toSorted((a, b) => b.length - a.length)[0];
  const addresses = [...new Set(parts.flatMap(linksIn).map(addressOf))];
  const words = texts.map(({ text }) => text).join(' ');
  const ids = addresses.filter((address) => identifiersIn(address).length > 0);
  const inText =
    ids.length > 0
      ? []
      : identifiersIn(words).map(({ name: id }) =>
          id.replace(/^arXiv /, 'arXiv:').replace(/^DOI /, 'doi:'),
        );
  const own = addressOf(linksIn(title)[0] ?? title);
  return {
    known: ids.length + inText.length > 0,
    lines: [
      'TY  - GEN',
      `TI  - ${name}`,
      ...authors.map((author) => `AU  - ${author}`),
      ...[
        ...new Set([
          ...(/^https?:/.test(own) ? [own] : []),
          ...ids.filter((address) => /^https?:/.test(address)),
        ]),
      ].map((address) => `UR  - ${address}`),
      ...inText
        .slice(0, 1)
        .map(
          (id) => `UR  - ${id.startsWith('arXiv:') ? `https://arxiv.org/abs/${id.slice(6)}` : id}`,
        ),
      ...(abstract === undefined ? [] : [`AB  - ${abstract}`]),
      'ER  - ',
      '',
    ],
  };
}

/**
 * The papers that a page lists, as records of RIS.
 *
 * @param root a clean page
 * @returns undefined for a page in which nothing repeats
 */
export function unitRecords(root: Root): string | undefined {
  let best: { records: string[][]; known: number } | undefined;
  for (const wanted of titleKinds) {
    const found = outermost(
      root,
      (node) => node.tagName !== 'body' && wanted(node) && canBeTitle(node),
    );
    const titles = new Set(
      found.length > 1 ? found.filter(({ tagName }) => tagName !== 'h1') : found,
    );
    if (titles.size === 0) continue;
    const records = withoutFullStops(unitsOf(root, titles).flatMap((unit) => recordOf(unit) ?? []));
    const known = records.filter((record) => record.known).length;
    if (
      records.length > 0 &&
      (!best ||
        known > best.known ||
        (known === best.known &&
          known === 0 &&
          records.length > best.records.length &&
          best.records.length < 2))
    )
      best = { records: records.map(({ lines }) => lines), known };
  }
  return best && (best.known > 0 || best.records.length > 1)
    ? best.records.flat().join('\n')
    : undefined;
}
