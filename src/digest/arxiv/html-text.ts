import { rehype } from 'rehype';
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

/** Elements whose text no reader sees. */
const hidden = /<(script|style|template|noscript)\b[^<>]*>/gi;

function withoutHidden(html: string): string {
  let result = '';
  let done = 0;
  hidden.lastIndex = 0;
  for (let match = hidden.exec(html); match; match = hidden.exec(html)) {
    const close = new RegExp(`</${match[1] ?? ''}\\s{0,9}>`, 'gi');
    close.lastIndex = hidden.lastIndex;
    if (!close.exec(html)) break;
    result += html.slice(done, match.index);
    done = close.lastIndex;
    hidden.lastIndex = done;
  }
  return result + html.slice(done);
}

function withoutComments(html: string): string {
  let result = '';
  let done = 0;
  for (let at = html.indexOf('<!--'); at >= 0; at = html.indexOf('<!--', done)) {
    const close = html.indexOf('-->', at);
    if (close < 0) break;
    result += html.slice(done, at);
    done = close + 3;
  }
  return result + html.slice(done);
}

/**
 * The text that a piece of HTML shows: no markup survives, entities are resolved once, blocks part
 * paragraphs. JATS, which journals use, is read the same way.
 *
 * @returns paragraphs of one line each, joined by `\n\n`
 */
export function htmlToText(html: string): string {
  const bare = withoutHidden(withoutComments(html));
  const parted = bare.replaceAll(/\s+/g, ' ').replaceAll(tag, (_, name?: string) => {
    const local = (name ?? '').toLowerCase().replace(/^.*:/, '');
    return blocks.has(local) ? '\n\n' : '';
  });
  return tidy(decodeEntities(parted));
}

const markup =
  /<\/?(?:p|br|div|span|a|i|b|em|strong|sub|sup|ul|ol|li|img|h[1-6]|blockquote|pre|code|table|figure|tt|font|article|section|jats:[a-z-]+)(?:\s[^<>]*)?\/?>/i;

/** Whether a text is HTML by the look of it: it holds a tag that descriptions are written with. */
export function looksLikeHtml(text: string): boolean {
  return markup.test(text);
}
