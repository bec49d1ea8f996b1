/** The papers of a page by how it is built: units that repeat, each with a title, and what stands beside it. Pure. */
import type { Element, Root } from 'hast';
import { identifiersIn } from '../identifiers.ts';
import { namesOf } from '../names/person.ts';
import {
  addressOf,
  elementsIn,
  isWebAddress,
  linksIn,
  longestOf,
  oneLine,
  outermost,
  recordOf,
  shown,
} from './hast.ts';

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

const childrenOf = (node: Root | Element): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' ? [child] : []));

/** What may be the titles of a page, the surest first. */
const titleKinds: readonly ((node: Element) => boolean)[] = [
  (node) => hasWord(node, ['title']),
  (node) => /^h[2-6]$/.test(node.tagName) && linksIn(node).length > 0,
  (node) => /^(?:strong|b)$/.test(node.tagName) && linksIn(node).length > 0,
  (node) => node.tagName === 'a' && shown(node).length >= 20,
];

/** Fewest characters of a title and of an abstract. */
const shortest = { title: 12, abstract: 80 };

/** The title in what a page marks as one, without the buttons and numbers around it. */
function titleIn(node: Element): string {
  const longest = longestOf(linksIn(node).map(shown));
  const text = longest.length >= shortest.title ? longest : shown(node);
  return text.replace(/^(?:title\s?:\s*|\[(?:pdf|html|book|citation)\]\s*)/i, '');
}

/** Words by which pages name the element of an abstract. */
const abstractWords = ['abstract', 'summary', 'sni', 'snippet', 'description', 'tldr'];

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

/** Cuts a page into units: the children of what holds all titles, each from one with a title to the next. */
function unitsOf(node: Root | Element, titles: ReadonlySet<Element>): Unit[] {
  const children = childrenOf(node);
  const held = children.map((child) => elementsIn(child).filter((it) => titles.has(it)));
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
function textsOf(node: Element, title: Element): string[] {
  if (node === title) return [];
  const children = childrenOf(node);
  const holds = elementsIn(node).includes(title);
  const blocks = children.some(({ tagName }) =>
    /^(?:div|p|ul|ol|li|table|tbody|tr|td|dd|dt|section|h\d|blockquote)$/.test(tagName),
  );
  if (!holds && !blocks) return [shown(node)];
  if (!blocks) {
    const [before = '', ...after] = shown(node).split(shown(title));
    return [after.join(' ').trim(), before.trim()];
  }
  const own = oneLine(
    node.children.map((child) => (child.type === 'text' ? child.value : '')).join(' '),
  );
  const inner = children
    .filter((child) => !isSkipped(child) || holds)
    .flatMap((child) => textsOf(child, title));
  return own === '' ? inner : [...inner, own];
}

const withoutLabel = (text: string): string =>
  text.replace(/^(?:abstract|summary|authors?|tl;?dr|by)\b\s?:?\s*/i, '').replace(/\s?△ Less$/, '');

/** Names in a line that ends in a venue, as search engines have it: `M Berg, K Dahl - Botany, 2025`. */
const authorsIn = (text: string): readonly string[] =>
  namesOf(withoutLabel(text.split(/\s[-–—]\s/, 1)[0] ?? '')) ?? [];

/** A paper of a unit. */
interface UnitPaper {
  readonly title: string;
  /** Its record of RIS. */
  readonly lines: readonly string[];
  /** Whether an identifier is in it. */
  readonly known: boolean;
}

/** Bibliographies end every title in a full stop. */
function withoutFullStops(papers: UnitPaper[]): UnitPaper[] {
  if (papers.length < 2 || !papers.every(({ title }) => /[^.]\.$/.test(title))) return papers;
  return papers.map(({ title, lines, known }) => ({
    title,
    lines: lines.map((line, index) => (index === 1 ? line.slice(0, -1) : line)),
    known,
  }));
}

/** The authors that a unit names: in elements that say so, or in a line of names. */
function authorsOf(all: readonly Element[], texts: readonly string[]): readonly string[] {
  const people = all.filter((node) => hasWord(node, ['author', 'authors', 'byline']));
  const inner = new Set(people.flatMap((node) => elementsIn(node).slice(1)));
  const marked = people
    .filter((node) => !inner.has(node))
    .flatMap((node) => {
      const links = linksIn(node).map(shown).filter(Boolean);
      return links.length > 0 ? links : (namesOf(withoutLabel(shown(node))) ?? []);
    });
  if (marked.length > 0) return marked;
  return texts.map(authorsIn).find(({ length }) => length > 0) ?? [];
}

/** A unit as a paper; undefined if it is of none. */
function paperOf({ title: node, parts }: Unit): UnitPaper | undefined {
  const title = titleIn(node);
  if (title.length < shortest.title) return undefined;
  const all = parts.flatMap(elementsIn);
  const texts = parts.flatMap((part) => textsOf(part, node)).filter((text) => text !== '');
  const named = all
    .filter((it) => hasWord(it, abstractWords) && it !== node)
    .map((it) => withoutLabel(shown(it)));
  const isAbstract = (text: string): boolean => text.length >= shortest.abstract;
  const abstracts = named.some(isAbstract) ? named : texts.map(withoutLabel);
  const ids = parts
    .flatMap(linksIn)
    .map(addressOf)
    .filter((address) => identifiersIn(address).length > 0);
  const [said] = ids.length > 0 ? [] : identifiersIn(texts.join(' '));
  const own = addressOf(linksIn(node)[0] ?? node);
  const lines = recordOf({
    title,
    authors: authorsOf(all, texts),
    abstract: longestOf(abstracts.filter(isAbstract)),
    others: [
      ['UR', [...new Set([own, ...ids].filter(isWebAddress))]],
      [
        'UR',
        said
          ? [said.name.replace(/^arXiv /, 'https://arxiv.org/abs/').replace(/^DOI /, 'doi:')]
          : [],
      ],
    ],
  });
  return { title, lines, known: ids.length > 0 || said !== undefined };
}

/**
 * The papers that a page lists, as records of RIS.
 *
 * @param root a clean page
 * @returns undefined for a page in which nothing repeats
 */
export function unitRecords(root: Root): string | undefined {
  let best: { papers: UnitPaper[]; known: number } | undefined;
  for (const wanted of titleKinds) {
    const found = outermost(
      root,
      (node) => node.tagName !== 'body' && wanted(node) && canBeTitle(node),
    );
    const titles = new Set(
      found.length > 1 ? found.filter(({ tagName }) => tagName !== 'h1') : found,
    );
    if (titles.size === 0) continue;
    const papers = withoutFullStops(unitsOf(root, titles).flatMap((unit) => paperOf(unit) ?? []));
    const known = papers.filter((paper) => paper.known).length;
    const isMore = known === 0 && papers.length > 1 && (best?.papers.length ?? 0) < 2;
    if (papers.length > 0 && (!best || known > best.known || (best.known === 0 && isMore)))
      best = { papers, known };
  }
  if (!best || (best.known === 0 && best.papers.length < 2)) return undefined;
  return best.papers.flatMap(({ lines }) => lines).join('\n');
}
