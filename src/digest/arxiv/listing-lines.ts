import { arxivId, normaliseDoi } from '../identity.ts';
import { trimLine } from '../lines.ts';
import { featuresOf, proseScore } from '../plain/prose.ts';
import { anyOf, ownRole, roleIn, type Labels, type Role } from './labelled-entry.ts';

/** A paragraph is longer, in UTF-16 code units. */
const shortParagraph = 60;

/**
 * Whether a line is the prose of an abstract, or its first line, and no further line of a list of
 * authors. Log-odds from 1 on, for affiliations score about 0.
 */
export const isParagraph = (text: string): boolean =>
  text.length > shortParagraph && /^[^\p{Ll}]/u.test(text) && proseScore(featuresOf(text)) > 1;

/** Labels by what they are about; lower case, compared without regard to it. */
const labels: Labels = {
  title:
    'title|paper title|original title|titel|titre|título|titolo|название|(?:论文|中文|英文|原文|原始)?标题|(?:論文)?標題|题目|題目|タイトル|題名|論文名|표제|(?:논문 )?제목',
  authors:
    'authors?|author\\(s\\)|by|autor(?:en|es|i)?|auteurs?|авторы?|(?:论文)?作者(?:列表)?|著者|저자',
  abstract:
    'abstract|summary|abstract \\(original\\)|zusammenfassung|kurzfassung|résumé|resumen|resumo|riassunto|аннотация|(?:论文|中文|英文|原文)?摘要|要旨|概要|要約|アブストラクト|초록|요약',
  categories:
    'subjects?|subject areas?|categor(?:y|ies)|primary category|primary subject|arxiv categor(?:y|ies)|分类|分類|学科|领域|カテゴリー?|분류',
  comment: 'comments?|notes?|备注|備註|コメント|비고',
  venue:
    'journal[- ]ref(?:erence)?|journal|venue|published in|conference|期刊|会议|出处|来源|掲載誌|雑誌|会議|출처|학회',
  doi: 'doi|related doi',
  link: 'links?|urls?|arxiv(?: id| link| url)?|pdf(?: link| url)?|html|paper(?: link| url)?|code(?: link| url)?|github|project(?: page)?|website|source|abs|demo|dataset|data|id|cite as|(?:论文|原文|代码|项目|pdf)?(?:链接|地址)|鏈接|連結|代码|リンク|링크|enlace|lien',
  published:
    'published(?: on| date)?|publication date|submission date|submitted on|submission history|date|submitted|发布日期|发表日期|发布时间|发表时间|日期|公開日|投稿日|発行日|게시일|날짜|publish(?:ed)?|datum|fecha',
  other:
    'msc[- ]class(?:es)?|acm[- ]class(?:es)?|report[- ](?:no|number)|licen[cs]e|updated(?: on)?|last (?:updated|revised)|affiliations?|institutions?|keywords?|tags?|upvotes|votes|citations?|score|relevance|version|proxy|submitter|from|关键词|關鍵詞|キーワード|키워드|机构|单位|所属|标签|评分|tl;?dr',
};

const label = new RegExp(
  `^(?:[-*+•] )?(?:\\p{Extended_Pictographic}\ufe0f? ?)?[*_]{0,3}【?(?:${anyOf(labels)})(?:】[:：]?|[*_]{0,3} ?[:：][*_]{0,3})`,
  'iu',
);

/** Words before a colon, which an owner may know for a label. */
const anyLabel = /^(?:[-*+•] )?[*_]{0,3}(\p{L}[^:：*_]{0,39})[*_]{0,3} ?[:：][*_]{0,3}/u;

export interface Label {
  readonly role: Role;
  readonly name: string;
  readonly value: string;
}

/** Reads `Authors: A, B`; bullets and the stars of Markdown around a label are no part of it. */
export function readLabel(line: string): Label | undefined {
  const head = line.slice(0, 80);
  if (!/[:：】]/.test(head)) return undefined;
  const match = label.exec(head) ?? anyLabel.exec(head);
  if (!match) return undefined;
  const [found, said = ''] = match;
  const value = trimLine(line.slice(found.length));
  const role = roleIn(match) ?? ownRole(said);
  if (role === undefined) return undefined;
  // `By: …`, `Data: …`, `Paper: …`, `Date: …` begin sentences too.
  if (role === 'link' && !isAddress(value)) return undefined;
  if (role === 'published' && !/\d{4}/.test(value.slice(0, 60))) return undefined;
  if (role === 'other' && value.length > 300) return undefined;
  return { role, name: match.groups?.[role] ?? said, value };
}

function isAddress(value: string): boolean {
  if (value === '' || /^\[?[^\]\s]{0,80}\]?\(?<?https?:\/\//i.test(value)) return true;
  if (/^(?:arxiv:|10\.\d{4,9}\/|www\.)/i.test(value)) return true;
  const [first = ''] = value.slice(0, 60).split(/[\s,;[(]/);
  return arxivId(first) !== undefined || /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\//i.test(first);
}

/** `12.`, `[12]`, `12)`, `(12)`, `#12`, `12 -` before a paper, perhaps in bold or as a heading. */
const number =
  /^(?:#{1,6} )?[*_]{0,3}(?:[[【](\d{1,5})[\]】]|\(?(\d{1,5})[.):]|#(\d{1,5})[.:)]?|(?:paper|item|no\.?) ?#?(\d{1,5})[.:)]?)[*_]{0,3}(?:\s+|$)(?:[*_]{1,3}(?=\S))?/i;

/** Reads the number a line begins with, and what follows it. */
export function readNumber(line: string): Numbered | undefined {
  const match = number.exec(line.slice(0, 60));
  if (!match) return undefined;
  const value = Number(match[1] ?? match[2] ?? match[3] ?? match[4]);
  const style = match[0].replaceAll(/\d+|\s+/g, '').toLowerCase();
  return { value, style, rest: trimLine(line.slice(match[0].length)).replace(/[*_]{1,3}$/, '') };
}

export interface Numbered {
  readonly value: number;
  /** How the number is written: `[]`, `.`, `)` … */
  readonly style: string;
  readonly rest: string;
}

/** `arXiv:2409.11321 (cross-list from cs.CV) [pdf, html, other]`, as arXiv's pages print it. */
const pageHead =
  /^(?:arXiv: ?|https?:\/\/arxiv\.org\/abs\/)([\w.-]{1,20}(?:\/\d{7})?(?:v\d{1,3})?)(?![\w/])(.*)$/is;

export interface PageHead {
  readonly id: string;
  /** What follows the id: `[pdf, html, other]`, categories. */
  readonly rest: string;
}

export function readPageHead(text: string): PageHead | undefined {
  const match = pageHead.exec(text.slice(0, 200));
  const id = arxivId(match?.[1] ?? '');
  if (!match || id === undefined) return undefined;
  const rest = trimLine(match[2] ?? '');
  const known =
    /^(?:\([^()]{1,60}\)\s*)?(?:\[[^\]]{1,60}\]\s*)*(?:(?:[a-z-]+(?:\.[A-Za-z-]+)?|10\.\S+)(?:\s+|$)){0,12}$/.test(
      rest,
    );
  return known ? { id, rest } : undefined;
}

/** What the pages of arXiv say around their papers. */
export const pageBoilerplate =
  /^(?:total of \d|showing (?:up to|\d|new|recent)|\[ ?(?:total|showing|fewer|more)|new submissions|cross[- ](?:submissions|lists?)|replacement(?:s| submissions)|submissions received|authors and titles|see (?:today's|recent)|view (?:pdf|html|a pdf)|html \(experimental\)|skip to|donate|log ?in|help|advanced search|search(?: v\d|…|\.\.\.|$)|all fields|about|contact|subscribe|copyright|privacy policy|web accessibility|arxiv operational|get status|quick links|simple search|sort results|previous|next|\d{1,5}(?:\s+\d{1,5}){1,9}\s*$|▽ more|△ less|fewer \||more \||all$|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? \d{1,2} [a-z]{3,9} \d{4}(?:\s?\((?:showing|continued|total)[^()]{0,60}\)?)?$)/i;

/** An address of the paper that has a line to itself: of arXiv or by DOI, for others may be part of an abstract. */
export function addressRole(line: string): 'link' | 'doi' | undefined {
  if (!/^<?https?:\/\/\S{1,300}$/i.test(line)) return undefined;
  const url = line.replace(/^<|>$/g, '');
  if (arxivId(url) !== undefined) return 'link';
  return normaliseDoi(url) === undefined ? undefined : 'doi';
}

/** `Submitted 11 November, 2024; v1 submitted …; originally announced November 2024.` */
export const submission = /^\[?Submitted (?:on )?\d{1,2} \w+,? \d{4}/i;

/** A line of dashes, stars or the like. */
export function isDivider(line: string): boolean {
  return line.length >= 3 && line.length <= 300 && /^[-=_*~—–•·.#%]+$/.test(line);
}
