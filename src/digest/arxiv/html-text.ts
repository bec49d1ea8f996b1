import { rehype } from 'rehype';
import { emphasisBegins, emphasisEnds, settleEmphasis } from '../../text/emphasis.ts';
import { raise } from '../../text/tex-signs.ts';
import { tidy } from '../../text/white-space.ts';

const processor = rehype().data('settings', { fragment: true });
const known = new Map<string, string>();

/** Resolves the entities of HTML, once: `&amp;lt;` becomes `&lt;`. Markup stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  // With no `<` in it the text is parsed as one text node, whatever else it holds.
  const { children } = processor.parse(text.replaceAll('<', '&lt;').replaceAll('\0', ''));
  const decoded = children.map((node) => (node.type === 'text' ? node.value : '')).join('');
  if (text.length < 40 && known.size < 1000) known.set(text, decoded);
  return decoded;
}

/** A tag; no `<` in it, so that time is linear whatever is left open. */
const tag = /<\/?([A-Za-z][\w:.-]{0,40})(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|<![^<>]*>|<\?[^<>]*>/g;

const blocks = new Set(
  'address article aside blockquote br dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th title tr ul sec'.split(
    ' ',
  ),
);

/** What begins comments, and elements whose text no reader sees. */
const hidden = /<(?:!--|(script|style|template|noscript)\b[^<>]*>)/gi;
const ends: Readonly<Record<string, RegExp>> = {
  '': /-->/g,
  script: /<\/script\s{0,9}>/gi,
  style: /<\/style\s{0,9}>/gi,
  template: /<\/template\s{0,9}>/gi,
  noscript: /<\/noscript\s{0,9}>/gi,
};

function withoutHidden(html: string): string {
  const unclosed = new Set<RegExp>();
  let result = '';
  let done = 0;
  for (const { 0: begin, 1: name = '', index } of html.matchAll(hidden)) {
    const end = ends[name.toLowerCase()];
    if (index < done || end === undefined || unclosed.has(end)) continue;
    end.lastIndex = index + begin.length;
    if (end.test(html)) {
      result += html.slice(done, index);
      done = end.lastIndex;
    } else unclosed.add(end);
  }
  return result + html.slice(done);
}

/** `<sub>` and `<sup>` around a few characters, namespaces of JATS allowed. */
const script = /<(?:\w{1,9}:)?(su[bp])(?:\s[^<>]{0,80})?>([^<>]{0,40})<\/(?:\w{1,9}:)?\1\s?>/gi;

/**
 * Letters above and below the line: `H<sub>2</sub>O` is H₂O, `x<sup>n+1</sup>` x^{n+1} where Unicode has no letter
 * for it.
 */
function withScripts(html: string): string {
  return html.replaceAll(script, (_, tag: string, inner: string) => {
    const below = tag.toLowerCase() === 'sub';
    const text = inner.trim();
    const letters = raise(below ? 'subscript' : 'superscript', text);
    if (letters !== undefined) return letters;
    if (/^(?:st|nd|rd|th)$/.test(text)) return text;
    return `${below ? '_' : '^'}${text.length === 1 ? text : `{${text}}`}`;
  });
}

const entity = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]{2,30}\d{0,2});/g;

/** Tags that set words off or part them, without meaning for a plain text; JATS's and IEEE's among them. */
const small =
  /<\/?(?:(?:jats:)?(?:i|b|em|strong|italic|bold|p|title|sec|sc|monospace)|jats:[a-z-]{1,20}|scp|inline-formula|tex-math|br)(?:\s[^<>]{0,80})?\/?>/gi;

const openTag =
  /<(i|b|em|strong|italic|bold|p|sc|scp|inline-formula|tex-math|jats:[a-z-]{1,20})[\s>]/gi;

/** Whether one of them opens and closes, or a line ends by `<br>`: `tokens such as <b>` are none. */
function hasPair(text: string): boolean {
  const lower = text.toLowerCase();
  const names = new Set(Array.from(lower.matchAll(openTag), ([, name = '']) => name));
  const paired = [...names].some(
    (name) => lower.lastIndexOf(`</${name}>`) > lower.indexOf(`<${name}`),
  );
  return paired || /<br\s?\/?>/.test(lower);
}

/** The mark of emphasis that a tag is. */
function markOf(tag: string): string {
  const name = /^<\/?(?:\w{1,9}:)?(?:(i|em|italic)|b|strong|bold)(?=[\s>])[^<>]*(?<!\/)>$/i.exec(
    tag,
  );
  if (!name) return '';
  const kind = name[1] ? 'em' : 'strong';
  return tag.startsWith('</') ? emphasisEnds(kind) : emphasisBegins(kind);
}

/**
 * The text of a field that is no HTML by declaration, but holds entities or small tags all the same. Tags are
 * resolved only if they are known and come in pairs, entities once and only with their semicolon; what they stand
 * for stays text.
 *
 * @param emphasis whether it is marked: see text/emphasis.ts
 */
export function inlineText(text: string, emphasis = false): string {
  if (!/[&<]/.test(text)) return text;
  let result = withScripts(text);
  if (hasPair(result)) {
    result = result.replaceAll(small, (tag) =>
      /^<\/?(?:jats:)?(?:p|br|title|sec)\b/i.test(tag) ? '\n\n' : emphasis ? markOf(tag) : '',
    );
  }
  return result.replaceAll(entity, (found) => decodeEntities(found));
}

/**
 * The text that a piece of HTML shows: no markup survives, entities are resolved once, blocks part
 * paragraphs. JATS, which journals use, is read the same way.
 *
 * @param emphasis whether it is marked: see text/emphasis.ts
 * @returns paragraphs of one line each, joined by `\n\n`
 */
export function htmlToText(html: string, emphasis = false): string {
  const bare = withScripts(withoutHidden(html));
  const parted = bare.replaceAll(/\s+/g, ' ').replaceAll(tag, (found, name?: string) => {
    const local = (name ?? '').toLowerCase().replace(/^.*:/, '');
    if (blocks.has(local)) return '\n\n';
    return emphasis ? markOf(found) : '';
  });
  return tidy(settleEmphasis(decodeEntities(parted)), emphasis);
}

const markup =
  /<\/?(?:p|br|div|span|a|i|b|em|strong|sub|sup|ul|ol|li|img|h[1-6]|blockquote|pre|code|table|figure|tt|font|article|section|jats:[a-z-]+)(?:\s[^<>]*)?\/?>/i;

/** Whether a text is HTML by the look of it: it holds a tag that descriptions are written with. */
export function looksLikeHtml(text: string): boolean {
  return markup.test(text);
}
