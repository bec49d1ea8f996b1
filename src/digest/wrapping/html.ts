/** HTML: a saved page, what a clipboard holds, a part of a mail. Pure. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { rehype } from 'rehype';
import { element, textOf } from '../../text/hast.ts';
import { identifiersIn } from '../identifiers.ts';
import { documentOf, isTooDeep } from '../document/html.ts';
import { addressOf, elementsIn, linksIn, outermost } from './hast.ts';
import { pageKinds, type PageKind, type Reading } from './model.ts';
import { unitRecords } from './units.ts';
import { citationOf } from './citation.ts';

const parser = rehype()
  .data('settings', { characterReferences: { useNamedReferences: true } })
  .freeze();

/** Longest page that is read, in code units. */
export const longestPage = 20_000_000;

/** Whether a text is a page, or the piece of one that a clipboard holds; Markdown may begin with a tag, too. */
const isPage = (text: string): boolean =>
  /^\s{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,20})?(?:<!--[^>]{0,500}-->\s{0,20})?<(?:!doctype html|html|head|body|meta charset)\b/i.test(
    text.slice(0, 2000),
  );

/** What nobody reads on a page. */
const dropped = new Set(
  'script style noscript template svg iframe object embed canvas audio video link base button select textarea input nav dialog wbr'.split(
    ' ',
  ),
);

/** What a page says of its paper to machines stays. */
const telling = /^(?:citation_|dc\.|prism\.|bepress_citation_)/i;

const kept = new Set(
  'href colSpan rowSpan start reversed className id title alt dateTime lang dir name content charSet itemProp'.split(
    ' ',
  ),
);

const isHidden = ({ properties }: Element): boolean =>
  properties.hidden === true ||
  properties.ariaHidden === 'true' ||
  /display:\s{0,5}none|max-height:\s{0,5}0(?:px)?\s{0,5}(?:;|$)/i.test(
    String(properties.style ?? ''),
  ) ||
  /\b(?:sr-only|visually-hidden)\b/.test(String(properties.className ?? ''));

/** The source of a formula that is typeset: beside it, it would be read twice. */
function formulaOf(node: Element): string | undefined {
  if (node.tagName !== 'math' && !/\bkatex\b/.test(classOf(node))) return undefined;
  const [source] = outermost(node, ({ tagName }) => tagName === 'annotation');
  return source && textOf(source).trim();
}

/** Where a link leads that counts clicks on its way: the address within the address. */
export function targetOf(address: string): string {
  const at = address.slice(8).search(/https?(?::|%3a)(?:\/|%2f){2}/i);
  if (at < 0) return address;
  const inner = address.slice(at + 8);
  // Written in percent signs it ends where the address around it goes on.
  const part = /^https?(?::|%3a)%2f/i.test(inner)
    ? inner.split(/[/&?#]/, 1)[0]
    : inner.split('&', 1)[0];
  try {
    return URL.parse(decodeURIComponent(part ?? ''))?.href ?? address;
  } catch {
    return address;
  }
}

const classOf = (node: RootContent): string =>
  node.type === 'element' ? String(node.properties.className ?? '') : '';
const isFullText = (node: RootContent): boolean => /\babstract-full\b/.test(classOf(node));
const isShortText = (node: RootContent): boolean => /\babstract-short\b/.test(classOf(node));

/** Whether nobody reads an element: what is dropped but for navigation among papers, and what tells of no paper. */
function isUnread(node: Element): boolean {
  const { name, itemProp, charSet } = node.properties;
  if (node.tagName === 'meta')
    return !telling.test(String(name ?? itemProp ?? '')) && charSet === undefined;
  if (!dropped.has(node.tagName)) return false;
  const addresses = node.tagName === 'nav' ? linksIn(node).map(addressOf) : [];
  return identifiersIn(addresses.join(' ')).length === 0;
}

/** Whether an element may hold something of somebody's: scripts, fields of forms, tokens. */
const isPersonal = ({ tagName, properties: { name, itemProp } }: Element): boolean =>
  /^(?:script|input|textarea|iframe)$/.test(tagName) ||
  (tagName === 'meta' && /csrf|token|user|session/i.test(String(name ?? itemProp ?? '')));

/** Copies what people see of a node; counts what may be somebody's. */
function seen(node: RootContent, count: () => void): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element' || (isHidden(node) && !isFullText(node))) return [];
  if (isUnread(node)) {
    if (isPersonal(node)) count();
    return [];
  }
  const properties = Object.fromEntries(
    Object.entries(node.properties).filter(
      ([key, value]) => kept.has(key) && !/^(?:javascript|data):/i.test(String(value)),
    ),
  );
  if (typeof properties.href === 'string') properties.href = targetOf(properties.href);
  const formula = formulaOf(node);
  if (formula !== undefined) return [element('span', properties, `$${formula}$`)];
  // A short form of a text that stands whole, hidden, beside it.
  const isWhole = node.children.some(isFullText);
  const children = node.children.filter((child) => !isWhole || !isShortText(child));
  const content = children.flatMap((child) => seen(child, count));
  return [element(node.tagName, properties, ...content)];
}

/** Where a page is from: what its links that name no host are relative to. */
function baseOf(root: Root, html: string): string | undefined {
  const saved = /<!-- saved from url=\(\d{4}\)(https?:[^\s>]{1,500})/.exec(
    html.slice(0, 3000),
  )?.[1];
  const [named] = outermost(
    root,
    ({ tagName, properties: { rel, property } }) =>
      tagName === 'base' ||
      (tagName === 'link' && String(rel) === 'canonical') ||
      (tagName === 'meta' && property === 'og:url'),
  );
  const address = named?.properties.href ?? named?.properties.content ?? saved;
  return typeof address === 'string' ? URL.parse(address)?.href : undefined;
}

/** A page with what people see of it alone. */
export interface CleanPage {
  readonly html: string;
  /** Scripts and fields of forms that it lost. */
  readonly count: number;
}

const isBlank = (node: ElementContent | undefined): boolean =>
  node?.type === 'text' && node.value.trim() === '';

/** White space around a page goes into it when it is read again. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const first = nodes.findIndex((node) => !isBlank(node));
  const last = nodes.findLastIndex((node) => !isBlank(node));
  return nodes
    .slice(Math.max(first, 0), last + 1)
    .map((node, at) =>
      node.type === 'text' && at === last - first ? { ...node, value: node.value.trimEnd() } : node,
    );
}

/**
 * Takes out of a page all that nobody reads: scripts, styles, navigation, forms, what is hidden, and attributes but for
 * addresses and names. Cleaning twice is cleaning once.
 *
 * @returns undefined for what is too long, or too deep, to be a page that anybody reads
 */
export function cleanPage(html: string): CleanPage | undefined {
  if (html.length > longestPage || isTooDeep(html)) return undefined;
  let count = 0;
  const root = parser.parse(html);
  const base = baseOf(root, html);
  const clean = element('html', {}, ...root.children.flatMap((node) => seen(node, () => count++)));
  const inside = (name: string): Element[] => outermost(clean, ({ tagName }) => tagName === name);
  const [[title], [body], mains] = [inside('title'), inside('body'), inside('main')];
  const head = [
    element('meta', { charSet: 'utf-8' }),
    ...(title ? [element('title', {}, textOf(title).trim())] : []),
    ...(base === undefined ? [] : [element('base', { href: base })]),
    ...inside('meta').filter(({ properties: { charSet } }) => charSet === undefined),
  ];
  const page = element(
    'html',
    {},
    element('head', {}, ...head),
    element('body', {}, ...trimmed(mains.length > 0 ? mains : (body?.children ?? []))),
  );
  const text = parser.stringify({ type: 'root', children: [{ type: 'doctype' }, page] });
  return { html: text.trim() + '\n', count };
}

function resolveLinks(root: Root, base: string | undefined): void {
  if (base === undefined) return;
  for (const node of elementsIn(root)) {
    const { href } = node.properties;
    const address = typeof href === 'string' ? URL.parse(href, base) : null;
    if (address) node.properties.href = address.href;
  }
}

let last: { readonly html: string; readonly root: Root } | undefined;

/** A page is read in several ways one after the other: its tree is kept until the next page. */
function parsedPage(html: string): Root {
  if (last?.html !== html) {
    const root = parser.parse(html);
    resolveLinks(root, baseOf(root, html));
    last = { html, root };
  }
  return last.root;
}

/**
 * What a page says.
 *
 * @param html a clean page
 * @param kind `tags`: what it says of its paper to machines, as RIS; `text`: what a browser copies
 * @returns undefined where it says nothing in that way
 */
export function readPage(html: string, kind: PageKind): string | undefined {
  const root = parsedPage(html);
  if (kind === 'tags') return citationOf(root);
  if (kind === 'units') return unitRecords(root);
  const [body] = outermost(root, ({ tagName }) => tagName === 'body');
  if (!body) return undefined;
  if (kind === 'text') return `${toText(body).replaceAll('\u00A0', ' ')}\n`;
  const tree = documentOf({ type: 'root', children: [body] });
  return toMarkdown(tree, { extensions: [gfmTableToMarkdown()], bullet: '-' });
}

export interface TextReadings {
  /** The one to be preferred first. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** Scripts and fields of forms that a page lost. */
  readonly scripts: number;
}

/**
 * The ways to read a text.
 *
 * @param text decoded
 * @param html whether what it was wrapped in says that it is HTML
 */
export function readingsOf(text: string, html: boolean): TextReadings {
  const page = html || isPage(text) ? cleanPage(text) : undefined;
  const readings = pageKinds.flatMap((kind): Reading[] => {
    const read = page && readPage(page.html, kind);
    return page === undefined || read === undefined
      ? []
      : [{ text: read, from: `HTML as ${kind}`, page: kind, plain: page.html }];
  });
  const [first = { text, from: '', plain: text }, ...others] = readings;
  return { readings: [first, ...others], scripts: page?.count ?? 0 };
}
