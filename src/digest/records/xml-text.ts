import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { decodeEntities, htmlToText } from '../arxiv/html-text.ts';
import { firstVisible } from '../lines.ts';

/** A record of an XML file. Offsets are those of the capture; `end` is exclusive. */
export interface XmlSpan {
  readonly start: number;
  readonly end: number;
  /** What a file that was cut off or damaged has lost of the element. */
  readonly missing?: 'beginning' | 'end';
}

const landmark = /<!--|<!\[CDATA\[|<\/?(?:[\w-]{1,40}:)?([\w-]{1,60})(?=[\s>/])/g;

/** Names of the elements that are records in feeds. */
const feedRecords: ReadonlySet<string> = new Set(['entry', 'item']);

/**
 * Finds the records of an XML file without reading the rest of it. A file that is cut off gives the records
 * before the cut, and a file of any size needs no more memory than its largest record.
 * What stands in comments and CDATA sections is no markup, and what stands in a record is no record.
 *
 * @param names of the elements that are records, without prefix
 */
export function findRecords(text: string, names = feedRecords): XmlSpan[] {
  const spans: XmlSpan[] = [];
  let opened: { readonly at: number; readonly name: string } | undefined;
  landmark.lastIndex = 0;
  for (let match = landmark.exec(text); match; match = landmark.exec(text)) {
    const [found, name = ''] = match;
    if (found === '<!--' || found === '<![CDATA[') {
      const close = text.indexOf(found === '<!--' ? '-->' : ']]>', landmark.lastIndex);
      if (close < 0) break;
      landmark.lastIndex = close;
      continue;
    }
    if (!names.has(name) || (opened !== undefined && opened.name !== name)) continue;
    const close = text.indexOf('>', landmark.lastIndex);
    if (close < 0) {
      if (!found.startsWith('</')) opened ??= { at: match.index, name };
      break;
    }
    const end = close + 1;
    landmark.lastIndex = end;
    if (found.startsWith('</')) {
      if (opened !== undefined) spans.push({ start: opened.at, end });
      else spans.push({ start: spans.at(-1)?.end ?? 0, end, missing: 'beginning' });
      opened = undefined;
      continue;
    }
    if (opened !== undefined) spans.push({ start: opened.at, end: match.index, missing: 'end' });
    opened = text[close - 1] === '/' ? undefined : { at: match.index, name };
    if (opened === undefined) spans.push({ start: match.index, end });
  }
  if (opened !== undefined) spans.push({ start: opened.at, end: text.length, missing: 'end' });
  return spans;
}

const markup = /<!--|<!\[CDATA\[|<(\/?)([A-Za-z][\w:.-]{0,80})(?:\s[^<>]{0,10000})?>/g;

/** No element of a record lies deeper. */
const deepestOpen = 50;

/** What is complete of an element that is cut off: the elements in it that end, and an end for those that do not. */
export function completed(xml: string): string {
  const open: string[] = [];
  let done = 0;
  let left: readonly string[] = [];
  markup.lastIndex = 0;
  for (let match = markup.exec(xml); match; match = markup.exec(xml)) {
    const [found, slash, name = ''] = match;
    if (open.length > deepestOpen) break;
    if (found.startsWith('<!')) {
      const close = xml.indexOf(found === '<!--' ? '-->' : ']]>', markup.lastIndex);
      if (close < 0) break;
      markup.lastIndex = close + 3;
    } else if (slash === '/') {
      open.length = Math.max(open.lastIndexOf(name), 0);
      done = markup.lastIndex;
      left = [...open];
    } else if (!found.endsWith('/>')) open.push(name);
  }
  return (
    xml.slice(0, done) +
    left
      .map((name) => `</${name}>`)
      .toReversed()
      .join('')
  );
}

/** Characters that XML 1.0 forbids; real feeds hold them all the same. */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const bareAmpersand = /&(?!#\d{1,7};|#x[\dA-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)/g;

function parse(xml: string): XmlElement | string {
  try {
    // The library's own way with line ends takes the square of a run of them.
    const { root } = parseXml(xml.replaceAll(/\r\n?/g, '\n'), {
      ignoreUndefinedEntities: true,
      resolveUndefinedEntity: (entity) => decodeEntities(entity),
    });
    return root ?? 'it holds no element';
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split('\n') : [];
    return message.replace(/ \(line \d+, column \d+\)$/, '') || 'it is not XML';
  }
}

/**
 * Reads one record. Entities of HTML (`&nbsp;`) are known; control characters and lone `&` are mended.
 *
 * @returns the element, or why it cannot be read
 */
export function parseRecord(xml: string): XmlElement | string {
  const element = parse(xml);
  if (typeof element !== 'string') return element;
  const mended = xml.replaceAll(forbidden, ' ').replaceAll(bareAmpersand, '&amp;');
  const again = mended === xml ? element : parse(mended);
  return typeof again === 'string' ? element : again;
}

/** How EndNote sets letters: its elements are all called `style`. */
const faces: Readonly<Record<string, string>> = { superscript: 'sup', subscript: 'sub' };

/** The markup inside an element. */
function inner(element: XmlElement): string {
  let html = '';
  for (const child of element.children) {
    if (child instanceof XmlElement) {
      const { name, attributes } = child;
      const tag = name === 'style' ? (faces[attributes['face'] ?? ''] ?? 'span') : name;
      html += `<${tag}>${inner(child)}</${tag}>`;
    } else if (child instanceof XmlText)
      html += child.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  }
  return html;
}

/** Whether an element's markup, if any, is text to XML. */
export const isQuoted = (element: XmlElement): boolean =>
  element.children.every((child) => !(child instanceof XmlElement));

/**
 * What an element says; markup inside it is resolved, markup that it quotes is not.
 *
 * @param emphasis whether it is marked
 */
export function shownText(element: XmlElement, emphasis = false): string {
  return isQuoted(element) ? element.text : htmlToText(inner(element), emphasis);
}

/** Where the XML begins: browsers put a sentence before it when they show a feed. */
const announcedXml = /^[ \t]{0,40}<(?:\?xml|feed|rss|rdf:RDF)[\s>]/m;

const feedRoots = new Set(['feed', 'rss', 'rdf', 'entry', 'item']);

/** The root element of an XML file, without its prefix and in lower case; undefined if the text is no XML. */
export function rootElement(text: string): string | undefined {
  const head = text.slice(0, 20_000);
  const visible = firstVisible(head);
  const start = head[visible] === '<' ? visible : head.slice(0, 1000).search(announcedXml);
  if (start < 0) return undefined;
  const name = /<([A-Za-z][\w:.-]{0,60})[\s>/]/.exec(head.slice(start))?.[1];
  const root = name?.replace(/^[^:]*:/, '').toLowerCase();
  if (root === undefined || feedRoots.has(root) || root === 'html') return root;
  // A piece of a feed that has lost its beginning.
  return /<\/(entry|item)\s*>\s*<\1[\s>]/.exec(head)?.[1] ?? root;
}
