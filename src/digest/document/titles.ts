/** Which blocks of a page are titles of papers. */
import { readDate } from '../date.ts';
import { boilerplateOf, speaksOfPage } from '../plain/boilerplate.ts';
import { idIn, isLogin } from './address.ts';
import { usualLevel, type Block } from './block.ts';
import { textOf, type Inline } from './inline.ts';
import { isProse } from './item-words.ts';

/** By what titles are told on a page: their links, or the level of their headings. */
export interface TitleSign {
  readonly is: 'linked heading' | 'heading' | 'link';
  readonly levels: ReadonlySet<number>;
}

/** Whether a link leads to the page of one paper, and is no vote, count or picture. */
function isPaperLink({ links, text }: Inline): boolean {
  const link = links.find(({ image, label }) => !image && label !== '');
  return !isLogin(link?.url) && idIn(link?.url) !== undefined && /\p{L}{2}/u.test(text);
}

const isNumbered = ({ links, text }: Inline): boolean =>
  links.some(({ url, image }) => url === undefined && !image) && /\p{L}{2}/u.test(text);

/** What is longer is no title. */
export const longestTitle = 600;

/** Headings that pages have beside titles. */
const ofPage = (text: string): boolean =>
  boilerplateOf(text) !== undefined ||
  readDate(text) !== undefined ||
  /^(?:by.{0,40}\bcommunity|links?(?:\/buttons)?:?|references:?|images:?|extracted text|contents?|table of contents)$/i.test(
    text,
  );

/** Whether a heading is followed by running text, and names no part of a page. */
function isOverText(blocks: readonly Block[], at: number): boolean {
  const { text = '' } = blocks[at]?.inline ?? {};
  for (const { kind, inline } of blocks.slice(at + 1, at + 4)) {
    if (kind === 'heading') return false;
    if ((kind === 'text' || kind === 'quote') && isProse(inline.text))
      return !ofPage(text) && !(text.length < 60 && speaksOfPage(text));
  }
  return false;
}

/** Finds out by what the titles of a page are told. */
export function titleSign(blocks: readonly Block[]): TitleSign | undefined {
  const levels = (is: (block: Block, at: number) => boolean): number[] =>
    blocks.flatMap((block, at) => (block.kind === 'heading' && is(block, at) ? [block.level] : []));
  const linked = levels(({ inline }) => isPaperLink(inline));
  if (linked.length > 0) return { is: 'linked heading', levels: new Set(linked) };
  const level =
    usualLevel(levels(({ inline }) => isNumbered(inline) && !ofPage(inline.text))) ??
    usualLevel(levels((_, at) => isOverText(blocks, at)));
  if (level !== undefined) return { is: 'heading', levels: new Set([level]) };
  return blocks.some(isLinkTitle) ? { is: 'link', levels: new Set() } : undefined;
}

function isLinkTitle({ kind, inline }: Block): boolean {
  if ((kind !== 'text' && kind !== 'item') || inline.links.length === 0) return false;
  const { text, runs } = inline;
  if (text.length < 8 || text.length > 300 || !isPaperLink(inline)) return false;
  if (!runs.every(({ link, text: part }) => link !== undefined || part.trim() === '')) return false;
  return !isProse(text) && boilerplateOf(text) === undefined && !/^[-·•\s]*\d/.test(text);
}

/** Whether a block is a title. */
export function isTitle(block: Block, sign: TitleSign | undefined): boolean {
  if (sign?.is === 'link') return isLinkTitle(block);
  if (!sign || block.kind !== 'heading') return false;
  const { inline } = block;
  if (inline.text.length > longestTitle || !/\p{L}{2}/u.test(titleOf(inline))) return false;
  if (sign.is === 'linked heading' && isPaperLink(inline)) return true;
  return sign.levels.has(block.level) && !ofPage(inline.text);
}

/** A title without the address that ends it. */
function withoutAddress(title: string): string {
  const word = title.search(/(?<!\S)\S+$/);
  const address = word < 0 ? -1 : title.slice(word).search(/[(（]?https?:\/\/\S/);
  return address < 0 ? title : title.slice(0, word + address).trimEnd();
}

const titleLabel =
  /^[^\p{L}\p{N}]{0,8}(?:paper )?(?:title|标题|论文标题|题目|タイトル|題名)\s?[:：]{1,2}\s*/iu;

/** A title on one line, whatever white space parts its words, without its rank, the brackets around it and an address behind it. */
export function tidyTitle(text: string): string {
  const labelled = text.replaceAll(/\s+/g, ' ').replace(titleLabel, '');
  // A number that nothing follows is the title itself.
  const ranked = labelled.replace(/^(?:#?\d{1,4}\s?[.):、]\s+|[([]\d{1,4}[)\]]\s+)(?=\S)/, '');
  let title = withoutAddress(ranked)
    .replace(/(?<!\s)\s*[\u2b50👍🔥▲❤]\ufe0f?\s?[\d.,]{1,8}k?(?:\/10)?$/u, '')
    .trim();
  if (/^\[[^[\]]*\]$/.test(title)) title = title.slice(1, -1);
  return (title.startsWith('[') && !title.includes(']') ? title.slice(1) : title).trim();
}

/** The title that a heading gives: its link's text, else what is bold, else all of it. */
export function titleOf({ runs, links, text }: Inline): string {
  const link = links.find(
    ({ url, label, image }) => !image && label.length > 3 && idIn(url) !== undefined,
  );
  if (link && !/^https?:/.test(link.label) && link.label.length * 2 > text.length)
    return tidyTitle(link.label);
  const strong = textOf(runs.filter((run) => run.strong)).trim();
  const title = strong.length * 2 > text.replace(/https?:\S+/g, '').length ? strong : text;
  return tidyTitle(title);
}
