/** One line of a list of links: the identifiers in it, and the title that stands with them. */
import { decodeEntities } from '../arxiv/html-text.ts';
import { identifiersIn } from '../identifiers.ts';
import { address, bareIdentifier, canBeTitle, titleBeside } from './page-title.ts';

/** A picture or bold type: a document that says more than a list of links does. */
const document = /!\[[^\]]{0,500}\]\(|\*\*/;

/** Papers that a line names. */
export interface LinkLine {
  /** Identifiers as `identifiersIn` names them, each once, in their order. */
  readonly ids: readonly string[];
  /** The title that the line has beside them; empty: none. */
  readonly title: string;
  /** What else it says, which is no title: `to read`. */
  readonly remark: string;
}

/** Bullet, number, box to tick, mark of a quotation. */
const bullet = /^(?:[-*+•·>–—☐☑]|\d{1,4}[.)]|\[\d{1,4}\]|\[[ xX]?\])\s{1,10}/;

const markdownLink =
  /(?<!!)\[((?:[^[\]]|\[[^[\]]{0,60}\]){0,500})\]\(\s{0,3}<?(https?:\/\/[^\s<>]{1,1000})\)/gi;
/** An address in Org, and in a file of bookmarks. */
const otherLink =
  /\[\[(https?:\/\/[^\s[\]]{1,1000})\](?:\[([^[\]]{0,500})\])?\]|<a\s[^<>]{0,100}?href="([^"]{1,1000})"[^<>]{0,20000}>([^<>]{0,500})<\/a>/gi;

/** A reference says more than a title, and is read where references are. */
/** … and a sentence about a link no title. */
const reference =
  /\b(?:from|at|see|in|via|to|of|and|by|with|on|for|is|this|here)$|\bet al\b|\(\d{4}[a-z]?\)|,\s\d{4}\.|\b[A-Z]\.,?\s(?:&|and)\s/;

const tags = /<\/?(?:dt|dd|dl|p|li|ul|ol|br|td|tr)\b[^<>]{0,200}>/gi;

/** What stands in records and tables, and in hardly any title. */
const structured = /[{}<>=\\\t]|":|,["']?$/;

/** Longest title, in UTF-16 code units. */
const longest = 400;

/**
 * Reads a line of a list of links.
 *
 * @param line without its ending
 * @returns undefined if it names no paper by an identifier, or says more than its title
 */
export function linkLineOf(line: string): LinkLine | undefined {
  if (line.length > 20_000 || document.test(line)) return undefined;
  let item = line
    .trim()
    .replaceAll(
      otherLink,
      (_, org?: string, said = '', url = '', text = '') =>
        `[${said || decodeEntities(text).replaceAll(/[[\]]/g, ' ')}](${org ?? url})`,
    )
    .replaceAll(tags, ' ')
    .trim();
  for (let known = ''; known !== item;) {
    known = item;
    item = item.replace(bullet, '');
  }
  const ids = [...new Set(identifiersIn(item).map(({ name }) => name))];
  if (ids.length === 0) return undefined;
  const texts: string[] = [];
  /** An address without an identifier leads to something else than a paper. */
  let elsewhere = false;
  const gone = (url: string): string => {
    elsewhere ||= identifiersIn(url).length === 0;
    return ' ';
  };
  const beside = item
    .replaceAll(markdownLink, (_, text: string, url: string) => {
      texts.push(text.replaceAll(address, ' '));
      return gone(url);
    })
    .replaceAll(address, gone);
  const cleaned = [...texts, beside].map((text) =>
    titleBeside(titleBeside(text).replaceAll(bareIdentifier, ' ')),
  );
  const said = cleaned.find((text) => text !== '') ?? '';
  const more = cleaned.filter((text) => text !== '').length > 1;
  if (elsewhere || more || reference.test(said) || said.length > longest) return undefined;
  const raw = [...texts, beside].map((text) => text.replaceAll(bareIdentifier, '').trim());
  if (said !== '' && (ids.length > 1 || raw.some((text) => structured.test(text))))
    return undefined;
  return canBeTitle(said) ? { ids, title: said, remark: '' } : { ids, title: '', remark: said };
}
