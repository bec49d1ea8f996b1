/** One line of a list of links: the identifiers in it, and the title that stands with them. */
import { decodeEntities } from '../arxiv/html-text.ts';
import { identifiersIn } from '../identifiers.ts';

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
const address =
  /<?(?:https?:\/\/|\b(?:www\.)?(?:arxiv|doi|dx\.doi|openreview|aclanthology|alphaxiv|huggingface|(?:bio|med)rxiv|pubmed\.ncbi\.nlm\.nih)\.(?:org|net|co|gov)\/)[^\s<>|"]{3,1000}>?/gi;

/** An address in Org, and in a file of bookmarks. */
const otherLink =
  /\[\[(https?:\/\/[^\s[\]]{1,1000})\](?:\[([^[\]]{0,500})\])?\]|<a\s[^<>]{0,100}?href="([^"]{1,1000})"[^<>]{0,20000}>([^<>]{0,500})<\/a>/gi;

/** An identifier without an address, with the name of its scheme or without, and arXiv's category behind it. */
const bare =
  /(?:\b(?:arxiv|doi|pmid|acl|openreview)\s{0,2}[:#]?\s{0,2})?(?:\b10\.\d{4,9}\/[^\s,;|"'<>\]]{1,200}|\b\d{4}\.\d{4,5}(?:v\d{1,2})?\b|\b[a-z-]{2,10}(?:\.[a-z]{2})?\/\d{7}(?:v\d{1,2})?\b|\b\d{4}\.[a-z\d]{2,20}-[a-z\d]{1,20}\.\d{1,4}\b|(?<=pmid[\s:#]{1,3})\d{4,8}\b)(?:\s{0,2}\[[a-z]{2,9}(?:[.-][a-z-]{2,6})?\])?/gi;

/** What sites add to the titles of their pages. */
const ofSite =
  /\s{1,5}(?:[-–—|·:]|::)\s{1,5}(?:arXiv(?:\.org)?|OpenReview|ACL Anthology|PubMed|bioRxiv|medRxiv|alphaXiv|Hugging Face|Semantic Scholar|ScienceDirect|Springer(?:Link| Nature Link)|IEEE Xplore|Nature(?: [A-Z][a-z]{2,20}){0,3}|PNAS|ACM Digital Library|PMLR|DBLP|Google Scholar)$/i;
/** What sites and browsers put before them: arXiv the id of the paper. */
const beforeTitle =
  /^(?:\((?:\d{1,3}|PDF)\)|\[(?:PDF|HTML|abs)\]|\[(?:[a-z-]{2,10}(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,2})?\]|Paper page -)\s{0,3}/i;

/** Words that a link has in place of a title. */
const noTitle =
  /^(?:arxiv(?:\.org)?|pdf|abs|html|link|paper|doi|openreview|pubmed|pmid|acl|url|here|untitled|new tab|to read|read later|todo)$/i;

/** A reference says more than a title, and is read where references are. */
/** … and a sentence about a link no title. */
const reference =
  /\b(?:from|at|see|in|via|to|of|and|by|with|on|for|is|this|here)$|\bet al\b|\(\d{4}[a-z]?\)|,\s\d{4}\.|\b[A-Z]\.,?\s(?:&|and)\s/;

const tags = /<\/?(?:dt|dd|dl|p|li|ul|ol|br|td|tr)\b[^<>]{0,200}>/gi;

/** What stands in records and tables, and in hardly any title. */
const structured = /[{}<>=\\\t]|":|,["']?$/;

/** Longest title, in UTF-16 code units. */
const longest = 400;

/** The title that is left of what stands beside an identifier; empty if it is none. */
export function titleBeside(text: string): string {
  let title = text.replaceAll(/\s+/g, ' ').trim();
  title = title
    .replace(/^[|–—:,;*_`)\]#\s-]{1,20}/, '')
    .replace(/(?<![|–—:,;*_`([\s-])[|–—:,;*_`([\s-]+$/, '');
  for (let known = ''; known !== title;) {
    known = title;
    title = title.replace(beforeTitle, '').replace(ofSite, '').trim();
  }
  title = title.replace(/^["“](.{1,500})["”]$/, '$1').trim();
  return noTitle.test(title) || !/\p{L}{2}/u.test(title) ? '' : title;
}

/** Whether a title has what sites put before and behind the titles of their pages. */
export const isPageTitle = (text: string): boolean => beforeTitle.test(text) || ofSite.test(text);

/** Titles have capitals, or letters of a script without; what has neither is a title from four words on. */
export const canBeTitle = (text: string): boolean =>
  /[\p{Lu}\p{Lo}]/u.test(text) || text.split(' ').length > 3;

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
    titleBeside(titleBeside(text).replaceAll(bare, ' ')),
  );
  const said = cleaned.find((text) => text !== '') ?? '';
  const more = cleaned.filter((text) => text !== '').length > 1;
  if (elsewhere || more || reference.test(said) || said.length > longest) return undefined;
  const raw = [...texts, beside].map((text) => text.replaceAll(bare, '').trim());
  if (said !== '' && (ids.length > 1 || raw.some((text) => structured.test(text))))
    return undefined;
  return canBeTitle(said) ? { ids, title: said, remark: '' } : { ids, title: '', remark: said };
}
