/** A paper in a list, as HTML. Pure. */
import {
  contributionOf,
  languagesOf,
  listedFacts,
  listTitle,
  type Paper,
  unsortedId,
} from '../../archive/index.ts';
import { nearest } from '#words/lists.ts';
import { dirOf } from '../../text/direction.ts';
import { escapeHtml, escapeXml } from '../../text/escape.ts';
import { scriptsHtml } from '../../text/scripts.ts';
import { behindDate, between, byline } from '../../text/paper-line.ts';

export interface ListedPaper {
  readonly paper: Paper;
  /** What this list alone says of it: when it was listed before. */
  readonly remark?: string | undefined;
}

export interface ItemOptions {
  /** Labels of topics, by id. */
  readonly labels: Readonly<Record<string, string>>;
  /** A topic that goes without saying. */
  readonly except?: string | undefined;
  /** Give it the paper's id as its anchor. */
  readonly anchor?: boolean;
  /** Show what the abstract says. */
  readonly beginnings?: boolean;
  /** Makes an address of a site path. */
  readonly href: (path: string) => string;
}

const dir = (text: string): string => (dirOf(text) === undefined ? '' : ' dir=auto');
const lang = (language: string | undefined): string =>
  language === undefined ? '' : ` lang=${language}`;

/** What identifies a paper: a script makes of it what reference managers read (citation/browser/list-coins.ts). */
function identified({ arxiv, doi }: Paper): string {
  if (doi !== undefined) return ` data-doi="${escapeXml(doi)}"`;
  return arxiv === undefined ? '' : ` data-arxiv="${escapeXml(arxiv)}"`;
}

/**
 * An item of `PaperList.astro`, which says what stands where. It stands in a site about four times a paper: without
 * white space between its parts, and without the quotes and end tags that HTML leaves to its writer.
 */
export function paperItem(
  { paper, remark = '' }: ListedPaper,
  { labels, except, anchor = false, beginnings = true, href }: ItemOptions,
): string {
  const by = byline(paper.authors);
  const facts = [listedFacts(paper), remark].filter((part) => part !== '').join(between);
  const [date, rest] = behindDate(facts);
  const text = beginnings || paper.incomplete ? contributionOf(paper) : '';
  const languages = languagesOf(paper);
  const topics = paper.topics.filter(({ topic }) => topic !== except);
  const names = by && `<span>${escapeHtml(facts ? by + between : by)}</span>`;
  return [
    `<li${anchor ? ` id="${escapeXml(paper.id)}"` : ''}${identified(paper)}>`,
    `<h3><a class="title" href="${escapeXml(href(`papers/${paper.id}/`))}"${dir(paper.title)}${lang(languages.title)}>`,
    `${listTitle(paper)}</a></h3>`,
    by || facts
      ? `<p class=by${dir(by)}>${names}${date}${rest && `<i>${escapeHtml(rest)}</i>`}`
      : '',
    text &&
      `<p class=beginning${dir(text)}${lang(languages.text)}>${scriptsHtml(escapeHtml(text))}`,
    topics.length > 0 ? '<ul class=tags>' : '',
    ...topics.map(
      ({ topic }) =>
        `<li><a href="${escapeXml(href(`topics/${topic}/`))}">${escapeHtml(labels[topic] ?? topic)}</a>`,
    ),
    topics.length > 0 ? '</ul>' : '',
    ...(except === unsortedId ? (paper.near ?? []) : []).slice(0, 1).map(({ topic }) => {
      const label = escapeHtml(labels[topic] ?? topic);
      return `<p class=nearest>${nearest(`<a href="${escapeXml(href(`topics/${topic}/`))}">${label}</a>`)}`;
    }),
  ].join('');
}
