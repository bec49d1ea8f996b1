/** A block, read: its text, its links, and what it seems to be on a page of papers. */
import { readDate } from '../date.ts';
import { boilerplateOf } from '../plain/boilerplate.ts';
import type { Boilerplate } from '../plain/vocabulary.ts';
import { idIn, isLogin } from './address.ts';
import type { Block } from './block.ts';
import { textOf, type Inline } from './inline.ts';
import { isProse } from './item-words.ts';

/** What a block states about a paper, or about the page, and what it is called in accounts. */
export const whatOf = {
  votes: 'votes',
  comments: 'the number of comments',
  submitter: 'the submitter',
  authors: 'the number of authors',
  names: 'the names of the authors',
  date: 'the date of the paper',
  mark: 'a mark between two facts',
  image: 'an image',
  link: 'a link',
  prose: 'text',
  boilerplate: 'a label of the page',
  words: 'a name among the facts of the paper',
} as const;

export type Role = keyof typeof whatOf;

export interface Seen {
  readonly block: Block;
  readonly inline: Inline;
  /** The text on one line, without a bracket that a cut link left open. */
  readonly text: string;
  /** The arXiv id that its links name; login links and discussions name one too. */
  readonly id: string | undefined;
  readonly role: Role;
  readonly boilerplate: Boilerplate | undefined;
}

const countOfAuthors =
  /^[-·•*\s]*\d{1,5} ?(?:authors?|autoren|auteurs?|autores|autori|作者|位作者|著者|저자|авторов|автора)$/i;

/** A text without the bracket that a link left open before it: the capture was cut, or torn. */
export const withoutTornBracket = (text: string): string =>
  text.replace(/^\[(?:\s+(?!\])|(?=[^\]]*$))/, '');

/** Text of the runs that are not the counts behind a date: `Sep 9[9](…#community)`. */
export const withoutCounts = ({ runs }: Inline): string =>
  textOf(
    runs.filter(({ link, text }) => link === undefined || !/^\s*(?:\d{1,6}\s*)?$/.test(text)),
  ).trim();

function roleOf(inline: Inline, text: string, boilerplate: Boilerplate | undefined): Role {
  const { links, runs } = inline;
  const login = links.find(({ url, image }) => !image && isLogin(url));
  if (login && /^(?:upvotes?\W{0,3})?(?:\d[\d,]*|-)?$/i.test(text)) return 'votes';
  if (text === '') return links.length > 0 ? 'image' : 'mark';
  // Readers that leave pictures out put words in brackets: `[图片：…]`, `[Image 3]`.
  if (/^(?:\[(?:图片|image|img|photo|picture)[^\][]{0,60}\]\s*){1,9}$/i.test(text)) return 'image';
  const whole = links[0] !== undefined && runs.every(({ link }) => link !== undefined);
  if (whole && /^(?:\d[\d,]{0,8}|-)$/.test(text)) {
    return links.some(({ url }) => url?.includes('#community') === true) ? 'comments' : 'votes';
  }
  if (countOfAuthors.test(text)) return 'authors';
  const fact = boilerplate?.fact;
  if (fact === 'votes' || fact === 'number') return 'votes';
  if (fact === 'submitter' || fact === 'mark') return fact;
  if (fact === 'authors') return 'names';
  const dated = withoutCounts(inline);
  if (fact === 'published' || (dated.length < 60 && readDate(dated.replace(/^[-·•*]\s?/, '')))) {
    return 'date';
  }
  if (boilerplate)
    return boilerplate.places.includes('meta') && links.length > 0 ? 'link' : 'boilerplate';
  const leads = links.some(
    ({ url, image }) => !image && url !== undefined && idIn(url) === undefined,
  );
  const own = whole && links.every(({ url }) => url === undefined || idIn(url) !== undefined);
  // What links to the paper's own page, and is a sentence, is its abstract however short.
  const sentence = own && /^\S+ \S+ \S.*[.!?]["”)]?$/.test(text);
  if (sentence || ((own || !leads || text.length > 300) && isProse(text))) return 'prose';
  if (leads && text.length < 300) return 'link';
  return isProse(text) ? 'prose' : 'words';
}

/** Reads a block. */
export function see(block: Block): Seen {
  const { inline } = block;
  const text = withoutTornBracket(inline.text.replaceAll('\n', ' '));
  const short = text.length < 400 ? text : '';
  const boilerplate = short === '' ? undefined : boilerplateOf(short);
  const readable = block.kind === 'text' || block.kind === 'quote' || block.kind === 'item';
  return {
    block,
    inline,
    text,
    id: inline.links.map(({ url }) => idIn(url)).find((id) => id !== undefined),
    role: readable ? roleOf(inline, text, boilerplate) : 'words',
    boilerplate,
  };
}
