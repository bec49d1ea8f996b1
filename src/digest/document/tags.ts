/** Tags of HTML among Markdown. */
import { decodeEntities } from '../arxiv/html-text.ts';

/** Tags that mark up text; any other pair of angle brackets is text: `the <IS> turn`. */
const known = new Set(
  (
    'a abbr b big blockquote br caption center cite code dd del details div dl dt em figcaption figure font ' +
    'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark nobr ol p picture pre samp small source span strike strong sub summary ' +
    'sup table tbody td tfoot th thead tr tt u ul var video wbr'
  ).split(' '),
);
const breaking = new Set('br p div li tr hr blockquote'.split(' '));

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  /** Whether a line ends at it. */
  readonly breaks: boolean;
}

/** Reads a tag or a comment, whose name is empty; undefined for what is text. */
export function tagIn(value: string): Tag | undefined {
  if (value.startsWith('<!--')) return { name: '', closes: false, breaks: false };
  const tag = /^<(\/?)([a-z][a-z\d]{0,11})(?=[\s/>])/i.exec(value);
  const name = (tag?.[2] ?? '').toLowerCase();
  if (!tag || !known.has(name)) return undefined;
  const closes = tag[1] === '/';
  return { name, closes, breaks: breaking.has(name) && (name === 'br' || closes || name === 'li') };
}

const attributes = {
  href: /\shref\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))/i,
  src: /\ssrc\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))/i,
};

/** The address in a tag. */
export function attributeOf(tag: string, name: 'href' | 'src'): string | undefined {
  const found = attributes[name].exec(tag.slice(0, 4000));
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeEntities(value);
}
