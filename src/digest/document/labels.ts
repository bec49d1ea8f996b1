/** Labelled lines of an entry: `**Authors:** A, B`, `Abstract: …`, `- **Link**: https://…`. */
import type { DialectField } from '../dialect.ts';
import { ownField } from '../records/roles.ts';
import type { Inline, Run } from './inline.ts';

/** What labels announce, and the words that do. */
const words = {
  authors:
    'author|authors|author list|author(s)|paper authors|by|auteurs|autoren|autores|autori|作者|论文作者|作者列表|著者|著者名|執筆者|저자',
  abstract:
    'abstract|paper abstract|original abstract|résumé original|摘要|论文摘要|内容摘要|英文摘要|原文摘要|要旨|抄録|アブストラクト|초록',
  summary:
    'summary|ai summary|short summary|one-line summary|one-sentence summary|tl;dr|tldr|tl,dr|description|overview|in brief|gist|' +
    'zusammenfassung|résumé|resumen|简介|概述|总结|中文摘要|一句话总结|核心内容|要約|概要|요약',
  links:
    'link|links|url|urls|paper|papers|paper link|paper url|pdf|pdf link|code|code link|github|github repo|repo|repository|project|' +
    'project page|website|homepage|demo|data|dataset|datasets|model|models|weights|video|slides|poster|blog|hf|hugging face|' +
    'huggingface|hf paper|source|sources|resources|openreview|read|read more|full text|链接|论文链接|论文地址|地址|代码|代码链接|代码地址|项目主页|项目地址|原文|原文链接|リンク|論文|論文リンク|コード|url先',
  arxiv: 'arxiv|arxiv id|arxiv link|arxiv url|paper id|id|arxiv number',
  doi: 'doi',
  date:
    'date|published|publication date|published date|published on|publish date|submitted|submission date|submitted on|posted|released|' +
    'release date|year|发布日期|发表日期|发布时间|发表时间|提交日期|日期|投稿日|公開日|発表日|日付',
  venue:
    'venue|conference|journal|published in|publication|publisher|journal ref|accepted|accepted at|accepted by|会议|期刊|会议/期刊|发表于|発表先|掲載先|学会|会議',
  categories:
    'categories|category|subjects|subject|primary category|arxiv categories|arxiv category|main category|分类|类别|学科|领域|カテゴリ|カテゴリー|分野',
  comment: 'comments|comment|author comments|arxiv comment|备注',
  upvotes: 'upvotes|votes|upvote|likes|hf upvotes|hugging face upvotes|点赞|点赞数',
  title: 'title|paper title|标题|论文标题|论文题目|题目|タイトル|論文タイトル|題名',
  original: 'original title|english title|原文标题|英文标题|原标题|原題|英語タイトル|原文タイトル',
  other:
    'affiliation|affiliations|institution|institutions|institute|organization|organizations|organisation|tags|tag|keywords|keyword|topics|' +
    'topic|submitted by|submitter|rank|score|rating|relevance|relevance score|citations|stars|github stars|status|' +
    'license|language|priority|area|field|fields|updated|last updated|added|saved|type|num authors|number of authors|机构|研究机构|' +
    '研究机构/作者|标签|关键词|评分|相关性',
} as const;

export type LabelRole = keyof typeof words;

const isRole = (name: string): name is LabelRole => name in words;

const roles = new Map<string, LabelRole>();
for (const [role, list] of Object.entries(words))
  if (isRole(role)) for (const word of list.split('|')) roles.set(word, role);

/** What a field says that an owner has another name for. */
function roleOfField(field: DialectField): LabelRole {
  if (field === 'published') return 'date';
  return field === 'link' ? 'links' : field;
}

export interface Labelled {
  readonly label: string;
  /** `undefined`: a label in bold that says nothing known. */
  readonly role: LabelRole | undefined;
  /** The text behind the label. */
  readonly value: string;
}

const head = /^[^\p{L}\p{N}]{0,8}(\p{L}[^:：\n*]{0,40}?)\s?[:：]{1,2}(?=\s|$|[^\s\d/:])\s*/u;

/** What a label announces, whatever signs stand around it. */
export function roleOfLabel(label: string): LabelRole | undefined {
  const bare = label
    .toLowerCase()
    .replaceAll(/\p{Extended_Pictographic}|\ufe0f|\u200d|[*_]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const own = ownField(bare);
  const known = roles.get(bare) ?? roles.get(bare.replace(/ ?\([^()]*\)$/, ''));
  return own === undefined ? known : roleOfField(own);
}

/** Text of the first run in bold or italics, if the text begins with it, and where it ends. */
function marked(runs: readonly Run[]): { readonly text: string; readonly end: number } | undefined {
  let end = 0;
  let text = '';
  for (const run of runs) {
    if (!run.strong && !run.em) {
      if (text !== '' || /[\p{L}\p{N}]/u.test(run.text)) break;
    } else text += run.text;
    end += run.text.length;
  }
  return text === '' ? undefined : { text, end };
}

/**
 * Reads a line as a label and its value.
 *
 * @returns undefined if the line has no label, or an unknown one that is not set off in bold
 */
export function labelled({ runs, text }: Inline): Labelled | undefined {
  const found = head.exec(text);
  const label = (found?.[1] ?? '').trim();
  // `**Demo: A Title**`, `[Score: A Title](…)`: the words after the colon are set off with it.
  const lead = runs.find((run) => /[\p{L}\p{N}]/u.test(run.text));
  const beyond = (lead?.text ?? '').trim().length - label.length;
  if (lead && beyond > 12 && (lead.strong || lead.link !== undefined)) return undefined;
  const known = found ? roleOfLabel(label) : undefined;
  if (found && known !== undefined) {
    return { label, role: known, value: text.slice(found[0].length).trim() };
  }
  const first = marked(runs);
  if (!first) return undefined;
  const bold = first.text.trim().replace(/\s?[:：]$/, '');
  const colon =
    /[:：]\s*$/.test(first.text) || (found !== null && found[0].trim().length >= bold.length);
  const role = roleOfLabel(bold);
  if (found && colon && label.length <= 40) {
    return { label, role: undefined, value: text.slice(found[0].length).trim() };
  }
  // `**Abstract**` alone, the text in the next block.
  if (role === undefined) return undefined;
  if (first.text.trim() === text.trim()) return { label: bold, role, value: '' };
  // `**TL;DR** Frogs sing in turns.`
  const isText = role === 'abstract' || role === 'summary';
  return isText && text.startsWith(first.text.trim())
    ? { label: bold, role, value: text.slice(first.text.trim().length).trim() }
    : undefined;
}
