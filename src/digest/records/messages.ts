/** Papers in the messages of a chat: exports of Telegram, Slack and Discord. */
import { identifiersIn } from '../identifiers.ts';
import { linkLineOf } from '../links/link-line.ts';
import { titleBeside } from '../links/page-title.ts';
import { splitLines } from '../lines.ts';
import { isObject, type JsonObject } from './values.ts';

const kinds = /^(?:message|service|default|reply|channel_\w{1,30}|guild\w{1,30})$/i;

/** Whether an object is a message: it says when it was sent and what it says, and has no title of its own. */
export function isMessage(object: JsonObject): boolean {
  const said = object['text'] ?? object['content'];
  const sent = ['ts', 'timestamp', 'date_unixtime', 'date'].some((key) => key in object);
  return (
    sent &&
    !('title' in object) &&
    (typeof said === 'string' || Array.isArray(said)) &&
    kinds.test(String(object['type'] ?? ''))
  );
}

/** A piece of a text of Telegram's: words, or words with what they are. */
function pieceText(piece: unknown): string {
  if (typeof piece === 'string') return piece;
  if (!isObject(piece)) return '';
  const { text, href, type } = piece;
  if (typeof text !== 'string') return '';
  if (typeof href === 'string') return `${text} ${href} `;
  return type === 'hashtag' || type === 'custom_emoji' ? '' : text;
}

/** What Slack writes for a link, a person and a channel, and for signs that it keeps for itself. */
const slackLink =
  /[*_~]{0,3}<(https?:[^|<>\s]{1,2000})(?:\|([^<>]{0,500}))?>[*_~]{0,3}|<[@#!][^<>]{1,200}>/g;
const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

function textOf({ text, content }: JsonObject): string {
  const said = text ?? content;
  const whole = Array.isArray(said) ? said.map(pieceText).join('') : String(said ?? '');
  return whole
    .replaceAll(slackLink, (_, url?: string, label = '') =>
      url === undefined ? '' : `${label} ${url}`,
    )
    .replaceAll(/&(?:amp|lt|gt);/g, (sign) => signs[sign] ?? sign);
}

/** Cards that a chat shows for the addresses of a message: titles, and how the pages begin. */
function cards({ attachments, embeds }: JsonObject): JsonObject[] {
  const list: unknown = attachments ?? embeds;
  return (Array.isArray(list) ? list : []).flatMap((card: unknown) => {
    if (!isObject(card) || typeof card['title'] !== 'string') return [];
    const url = card['title_link'] ?? card['from_url'] ?? card['original_url'] ?? card['url'];
    if (typeof url !== 'string' || identifiersIn(url).length === 0) return [];
    const abstract = card['text'] ?? card['description'];
    return [{ title: titleBeside(card['title']) || card['title'], abstract, url }];
  });
}

const address = /https?:\/\/[^\s<>|"]{3,1000}/g;
const hashtags = /^(?:\s{0,5}#[\p{L}\p{N}_]{1,60})+\s*$/u;
/** Longest title, in UTF-16 code units. */
const longest = 300;

/** A message that is about one paper: a title, a text, addresses. */
function onePaper(
  lines: readonly string[],
  ids: readonly string[],
  urls: readonly string[],
): JsonObject {
  const said = lines
    .map((line) => ({ line, rest: titleBeside(line.replaceAll(address, ' ')) }))
    .filter(({ line, rest }) => rest !== '' && !hashtags.test(line));
  const first = said.findIndex(
    ({ rest }) => rest.includes(' ') && /\p{L}{2}/u.test(rest) && rest.length <= longest,
  );
  // A remark about a link ("looks good") is shorter than a title.
  const title = said[first]?.rest ?? '';
  const titled = said.length > 1 || title.split(' ').length > 3;
  // The paper's own address goes; one that a sentence speaks of stays in it.
  const text = said
    .slice(first + 1)
    .map(({ line }) =>
      line.replaceAll(address, (url) => (identifiersIn(url).length > 0 ? '' : url)).trim(),
    );
  return {
    title: first >= 0 && titled ? title : ids[0],
    ...(titled && text.length > 0 && { abstract: text.join('\n\n') }),
    link: urls.join(' '),
    ...(urls.length === 0 && { id: ids[0]?.replace(/^\w+ /, '') }),
  };
}

/**
 * The papers of a message: those of its cards, or what its text says of one; of several the identifiers and the
 * titles beside them.
 *
 * @returns records; none for a message that names no paper by an identifier
 */
export function messageRecords(message: JsonObject): JsonObject[] {
  const shown = cards(message);
  const text = textOf(message);
  const carded = new Set(
    shown.flatMap(({ url }) => identifiersIn(String(url)).map(({ name }) => name)),
  );
  const names = [...new Set(identifiersIn(text).map(({ name }) => name))];
  const ids = names.filter((name) => !carded.has(name));
  if (ids.length === 0) return shown;
  const lines = splitLines(text).filter((line) => /\S/.test(line));
  const urls = text.match(address) ?? [];
  if (names.length === 1) return [...shown, onePaper(lines, ids, urls)];
  const listed = lines.flatMap((line) => {
    const read = linkLineOf(line);
    return (read?.ids ?? identifiersIn(line).map(({ name }) => name)).map((name) => ({
      name,
      title: read?.title || name,
    }));
  });
  const papers = new Map(listed.map(({ name, title }) => [name, title]));
  return [
    ...shown,
    ...ids.map((name) => ({
      title: papers.get(name) ?? name,
      link: urls.filter((url) => identifiersIn(url).some((id) => id.name === name)).join(' '),
      id: name.replace(/^\w+ /, ''),
    })),
  ];
}
