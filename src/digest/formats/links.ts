/** Lists of identifiers and links alone: bookmarks, open tabs, a column of ids. */
import { readDate } from '../date.ts';
import { identifiersIn } from '../identifiers.ts';
import { arxivId, normaliseDoi } from '../identity.ts';
import { eachLine, trimLine } from '../lines.ts';
import {
  canBeTitle,
  isPageTitle,
  linkLineOf,
  titleBeside,
  type LinkLine,
} from '../links/link-line.ts';
import type {
  Capture,
  CapturedPaper,
  DigestFormat,
  LineAccount,
  PaperFacts,
  ParsedDigest,
  Recognition,
  StatedDate,
  TextRange,
} from '../model.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';

const id = 'links';

/** As much of a capture as is looked at to recognise it: UTF-16 code units. */
const sample = 100_000;

/** The head of a column of ids. */
const head =
  /^["']?(?:arxiv|paper|doi|pubmed)?[\s_-]?(?:ids?|dois?|urls?|links?|pmids?|identifiers?)["']?(?::|[,;\t][\w ,;\t"']{0,100})?$/i;

/** What a heading over links looks like: marked as one, or a few words with a colon. */
const heading = /^(?:#{1,6}\s.{1,120}|[-=_*~]{3,}|\p{L}[^:.!?]{0,60}:)$/u;

/** How a line was read. */
type Line =
  | { readonly is: 'links'; readonly links: LinkLine; readonly title?: number }
  | { readonly is: 'title' | 'blank' | 'head' | 'elsewhere' | 'other' }
  | { readonly is: 'date'; readonly date: StatedDate };

function dateOf(text: string, line: number): StatedDate | undefined {
  const read = text.length <= 60 ? readDate(text.replace(/^#{1,6}\s/, '')) : undefined;
  return read && !read.span ? { text, ...read.day, line } : undefined;
}

/** A line of a browser's file of bookmarks that holds a link to no paper, or none. */
function bookmarkLine(text: string): Line {
  if (/<a\s/i.test(text)) return { is: 'elsewhere' };
  return { is: text.startsWith('<') || text.endsWith('-->') ? 'head' : 'other' };
}

const single = (line: Line | undefined): string | undefined =>
  line?.is === 'links' && line.links.ids.length === 1 ? line.links.ids[0] : undefined;

/** Reads the lines of a list; a title may stand on the line above its link, as browsers copy tabs. */
function linesOf(texts: readonly string[]): Line[] {
  const all = texts.map(trimLine);
  const bookmarks = /^<!DOCTYPE NETSCAPE-Bookmark/i.test(all[0] ?? '');
  // PubMed's export of ids alone.
  const written = all.filter((text) => text !== '');
  const numbers = written.length > 1 && written.every((text) => /^\d{7,8}$/.test(text));
  const lines: Line[] = [];
  for (const [at, text] of all.entries()) {
    const date = dateOf(text, at + 1);
    const links = date ? undefined : linkLineOf(numbers ? `PMID ${text}` : text);
    if (text === '') lines.push({ is: 'blank' });
    else if (date) lines.push({ is: 'date', date });
    else if (links) lines.push(belowTitle({ is: 'links', links }, texts, lines));
    else if (bookmarks) lines.push(bookmarkLine(text));
    else lines.push({ is: head.test(text) || heading.test(text) ? 'head' : 'other' });
  }
  const first = lines.findIndex(({ is }) => is === 'links' || is === 'title');
  return lines.map((line, at) =>
    at < first && line.is === 'other' && (all[at]?.length ?? 0) <= 60 ? { is: 'head' } : line,
  );
}

/** A line with a link alone, together with the title on the line above it. */
function belowTitle(
  line: Extract<Line, { is: 'links' }>,
  texts: readonly string[],
  lines: Line[],
): Line {
  const at = lines.length;
  const [above = '', own = ''] = [texts[at - 1], texts[at]];
  const before = lines[at - 1];
  if (line.links.title + line.links.remark !== '' || line.links.ids.length > 1) return line;
  // arXiv's pages have their id in their title.
  const same = before?.is === 'links' && single(before) === single(line) ? before.links.title : '';
  const bulleted = /^\s*(?:#|[*+-]\s)/.test(above) && !/^\s+[^\s*+-]/.test(own);
  const other =
    before?.is === 'other' && !bulleted
      ? titleBeside(above.replace(/^\s*(?:[*+-]|\d+[.)])\s/, ''))
      : '';
  const title = same || other;
  if (title === '' || title.length > 300 || !canBeTitle(title)) return line;
  lines[at - 1] = { is: 'title' };
  return { is: 'links', links: { ...line.links, title }, title: at - 1 };
}

/** Where a paper is found whose identifier is neither an arXiv id nor a DOI. */
const pages: Readonly<Record<string, readonly [label: string, before: string]>> = {
  OpenReview: ['OpenReview', 'https://openreview.net/forum?id='],
  ACL: ['ACL Anthology', 'https://aclanthology.org/'],
  PMID: ['PubMed', 'https://pubmed.ncbi.nlm.nih.gov/'],
};

/** The DOI of a paper of the ACL Anthology, which has its id in it. */
const aclDoi = /\b10\.(?:18653|3115)\/v1\/[\w.-]{5,40}\w/i;

function factsOf(name: string, text: string): PaperFacts {
  const [scheme = '', ...rest] = name.split(' ');
  const value = rest.join(' ');
  const page = pages[scheme];
  if (page) {
    const link = { label: page[0], url: page[1] + value };
    const stated = scheme === 'ACL' ? normaliseDoi(aclDoi.exec(text)?.[0] ?? '') : undefined;
    return { ...(stated !== undefined && { doi: stated }), links: [link] };
  }
  const arxiv = scheme === 'arXiv' ? arxivId(value) : undefined;
  if (arxiv !== undefined) return { arxiv };
  const doi = normaliseDoi(value);
  return doi === undefined ? {} : { doi };
}

function recognise({ text }: Capture): Recognition {
  const texts: string[] = [];
  const start = text.length > sample ? text.slice(0, text.lastIndexOf('\n', sample) + 1) : text;
  eachLine(start, (from, to) => texts.push(start.slice(from, to)));
  const lines = linesOf(texts);
  const count = (is: Line['is']): number => lines.filter((line) => line.is === is).length;
  const links = count('links');
  const more = lines.some(
    (line, at) => line.is === 'other' && identifiersIn(texts[at] ?? '').length > 0,
  );
  if (links === 0 || more)
    return {
      confidence: 0,
      why: more
        ? 'lines with identifiers say more of their papers'
        : 'no line is an identifier or a link of a paper alone',
    };
  const pairs = count('title');
  const explained = (links + pairs) / (links + pairs + count('other'));
  const untitled = lines.filter((line) => line.is === 'links' && line.links.title === '').length;
  // Of pages in a browser the titles have what sites add to them; no other format takes that off.
  const ofPages = lines.filter(
    ({ is }, at) => is === 'title' && isPageTitle(trimLine(texts[at] ?? '')),
  ).length;
  // A list with a title to every link may be another format's, which sees more in it.
  const sure =
    untitled > 0 || ofPages * 2 > pairs ? 0.97 : pairs > 0 ? 0.6 : /\]\(/.test(start) ? 0.5 : 0.85;
  const bookmarks = count('elsewhere') > 0;
  const few = count('head') > links && !bookmarks ? 0.5 : 1;
  return {
    confidence: explained < 0.8 ? 0 : sure * explained * few,
    why: `${String(links)} lines that are an identifier or a link of a paper alone`,
  };
}

const accounts: Readonly<Record<Exclude<Line['is'], 'links' | 'other'>, LineAccount>> = {
  blank: { kind: 'blank', reason: 'blank: white space only' },
  date: { kind: 'date', reason: 'date: a line that is a day and nothing else' },
  head: { kind: 'banner', reason: 'banner: a heading over links' },
  elsewhere: { kind: 'meta', reason: 'meta: a bookmark that names no paper' },
  title: { kind: 'title', reason: 'title: the line above a link' },
};

function accountOf(line: Line): LineAccount {
  if (line.is === 'links') {
    const { title, ids, remark } = line.links;
    const kept = remark === '' ? '' : `; only the capture keeps "${remark}"`;
    return title !== '' && line.title === undefined
      ? { kind: 'title', reason: `title: what stands with ${ids.join(', ')}` }
      : { kind: 'meta', reason: `meta: ${ids.join(', ')}${kept}` };
  }
  if (line.is !== 'other') return accounts[line.is];
  const reason = 'it is no identifier and no link of a paper alone';
  return { kind: 'unaccounted', reason: `unaccounted: ${reason}` };
}

function parse(capture: Capture): ParsedDigest {
  const ranges: TextRange[] = [];
  eachLine(capture.text, (start, end) => ranges.push({ start, end }));
  const texts = ranges.map(({ start, end }) => capture.text.slice(start, end));
  const lines = linesOf(texts);
  const several = lines.some((line) => line.is === 'links' && line.links.ids.length > 1);
  const papers: CapturedPaper[] = [];
  const records: TextRange[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.is !== 'links') continue;
    for (const id of line.links.ids) {
      // The Anthology's old ids have a capital.
      const name = id.replace(/^ACL [a-z]\d\d-/, (old) => old.toUpperCase());
      const number = records.push(ranges[at] ?? { start: 0, end: 0 });
      papers.push({
        title: line.links.title === '' ? name : line.links.title,
        incomplete: true,
        notation: 'plain',
        lines: [(line.title ?? at) + 1, at + 1],
        // Lines alone would not tell the papers of one line apart.
        ...(several && { record: number }),
        facts: factsOf(name, texts[at] ?? ''),
      });
    }
  }
  const problems = lines.flatMap((line, at) =>
    line.is === 'other'
      ? [
          diagnostic(
            'digest/unaccounted-line',
            { file: capture.file, line: at + 1 },
            { why: 'it is no identifier and no link of a paper alone' },
          ),
        ]
      : [],
  );
  return {
    format: id,
    why: recognise(capture).why,
    dates: lines.flatMap((line) => (line.is === 'date' ? [line.date] : [])),
    banner: texts.filter((_, at) => lines[at]?.is === 'head').map(trimLine),
    papers,
    lines: lines.map(accountOf),
    ...(several && { records }),
    problems,
  };
}

/** Identifiers and links, with titles or without: entries that wait to be completed. */
export const links: DigestFormat = {
  id,
  label: 'List of ids and links',
  from: 'open tabs, bookmarks, a column of ids: arXiv, DOI, OpenReview, ACL, PubMed',
  recognise,
  parse,
};
