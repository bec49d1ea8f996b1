/**
 * The papers' texts, a file each: a result shows one, and phrases are looked for in them. Neighbours share a folder
 * whose name is made of what all of them hold, or the names would outweigh what a search loads of the texts.
 */
import { isList, isNumber, isOptional, isRecord, isText, isTuple } from '../../shapes.ts';

/** What a result shows of a paper, and what is looked for in it. */
export interface PaperText {
  readonly id: string;
  /** The page's text as Pagefind reads it: title, authors, abstract. */
  readonly content: string;
  /** The same with `<` and `>` escaped and U+200B between words where a language has no spaces. */
  readonly raw_content?: string;
  /** `title`, and where there are any `authors`, `name`, `also`, `note`. */
  readonly meta: Readonly<Record<string, string | undefined>>;
  /** The digest that listed it first; empty if none did. */
  readonly digest: string;
  /** Ids. */
  readonly topics: readonly string[];
  /** When and where it came out, and the like, in a line; empty if nothing is known. */
  readonly facts: string;
}

/** Papers whose texts share a folder: of a change in one, the names of all are others. */
export const textsABlock = 128;

/** Folder of the texts in a built site. */
export const textsFolder = 'search/texts';

/**
 * The file of a paper's text.
 *
 * @param paper ordinal
 * @param blocks names of the blocks, in order
 * @returns path in the texts' folder, without its ending
 */
export const textFile = (paper: number, blocks: readonly string[]): string =>
  `${blocks[Math.floor(paper / textsABlock)] ?? ''}/${paper % textsABlock}`;

const isMeta = isRecord(isText);

/** A text that says its title and authors once: they are how its content begins. */
const isRow = isTuple<
  [
    id: string,
    /** Number of the leads that the content begins with. */
    leads: number,
    rest: string,
    meta: PaperText['meta'],
    digest: string,
    topics: readonly string[],
    facts: string,
    raw?: string,
  ]
>(isText, isNumber, isText, isMeta, isText, isList(isText), isText, isOptional(isText));

/** What the content of a paper may begin with: its title, a full stop, its authors. */
const leadsOf = ({ title = '', authors = '' }: PaperText['meta']): [string, string] => [
  title,
  `${title}. ${authors}`,
];

/** Writes a text. */
export function writeText(text: PaperText): string {
  const { id, content, raw_content: raw, meta, digest, topics, facts } = text;
  const leads = leadsOf(meta);
  const count = leads.findLastIndex((lead) => content.startsWith(lead)) + 1;
  const rest = content.slice(leads[count - 1]?.length ?? 0);
  const own = raw === undefined ? [] : [raw];
  return JSON.stringify([id, count, rest, meta, digest, topics, facts, ...own]);
}

/**
 * Reads a text.
 *
 * @throws {SyntaxError} if it is none
 */
export function readText(unpacked: string): PaperText {
  const row: unknown = JSON.parse(unpacked);
  if (!isRow(row)) throw new SyntaxError('This is no text of a paper.');
  const [id, leads, rest, meta, digest, topics, facts, raw] = row;
  const content = `${leadsOf(meta)[leads - 1] ?? ''}${rest}`;
  return {
    id,
    content,
    meta,
    digest,
    topics,
    facts,
    ...(raw !== undefined && { raw_content: raw }),
  };
}
