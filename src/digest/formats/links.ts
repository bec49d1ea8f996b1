/** Lists of identifiers and links alone: bookmarks, open tabs, a column of ids. */
import { readDate } from '../date.ts';
import { factsNamed, identifiersIn } from '../identifiers.ts';
import { normaliseDoi } from '../identity.ts';
import { LineLedger } from '../line-ledger.ts';
import { eachLine, trimLine } from '../lines.ts';
import { linkLineOf, type LinkLine } from '../links/link-line.ts';
import { canBeTitle, isPageTitle, titleBeside } from '../links/page-title.ts';
import type {
  Capture,
  CapturedPaper,
  LineKind,
  PaperFacts,
  Recognition,
  StatedDate,
  TextRange,
} from '../model.ts';
import { readingFormat, type FormatReading } from './reading-format.ts';

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

/** The DOI of a paper of the ACL Anthology, which has its id in it. */
const aclDoi = /\b10\.(?:18653|3115)\/v1\/[\w.-]{5,40}\w/i;

/** What an identifier says of its paper, and the line that it stands on. */
function factsOf(name: string, text: string): PaperFacts {
  const doi = normaliseDoi(aclDoi.exec(text)?.[0] ?? '');
  return { ...factsNamed(name), ...(name.startsWith('ACL ') && doi !== undefined && { doi }) };
}

function recognise(lines: readonly Line[], texts: readonly string[]): Recognition {
  const count = (is: Line['is']): number => lines.filter((line) => line.is === is).length;
  const links = count('links');
  if (lines.some(({ is }, at) => is === 'other' && identifiersIn(texts[at] ?? '').length > 0))
    return { confidence: 0, why: 'lines with identifiers say more of their papers' };
  if (links === 0)
    return { confidence: 0, why: 'no line is an identifier or a link of a paper alone' };
  const pairs = count('title');
  const explained = (links + pairs) / (links + pairs + count('other'));
  const untitled = lines.some((line) => line.is === 'links' && line.links.title === '');
  // Of pages in a browser the titles have what sites add to them; no other format takes that off.
  const ofPages = lines.filter(
    ({ is }, at) => is === 'title' && isPageTitle(trimLine(texts[at] ?? '')),
  ).length;
  const inMarkdown = texts.some((text) => text.includes(']('));
  // A list with a title to every link may be another format's, which sees more in it.
  const sure = untitled || ofPages * 2 > pairs ? 0.97 : pairs > 0 ? 0.6 : inMarkdown ? 0.5 : 0.85;
  const few = count('head') > links && count('elsewhere') === 0 ? 0.5 : 1;
  return {
    confidence: explained < 0.8 ? 0 : sure * explained * few,
    why: `${String(links)} lines that are an identifier or a link of a paper alone`,
  };
}

/** What lines are that hold no link. */
const bookings: Readonly<
  Record<Exclude<Line['is'], 'links' | 'other' | 'blank'>, readonly [kind: LineKind, why: string]>
> = {
  date: ['date', 'a line that is a day and nothing else'],
  head: ['banner', 'a heading over links'],
  elsewhere: ['meta', 'a bookmark that names no paper'],
  title: ['title', 'the line above a link'],
};

function book(ledger: LineLedger, at: number, line: Line): void {
  if (line.is === 'other' || line.is === 'blank') return;
  if (line.is !== 'links') return ledger.book(at, ...bookings[line.is]);
  const { title, ids, remark } = line.links;
  if (title !== '' && line.title === undefined)
    return ledger.book(at, 'title', `what stands with ${ids.join(', ')}`);
  const kept = remark === '' ? '' : `; only the capture keeps "${remark}"`;
  ledger.book(at, 'meta', ids.join(', ') + kept);
}

function read({ file, text }: Capture): FormatReading {
  const ranges: TextRange[] = [];
  eachLine(text, (start, end) => ranges.push({ start, end }));
  const texts = ranges.map(({ start, end }) => text.slice(start, end));
  const lines = linesOf(texts);
  const several = lines.some((line) => line.is === 'links' && line.links.ids.length > 1);
  const records: TextRange[] = [];
  const papers = lines.flatMap((line, at): CapturedPaper[] => {
    if (line.is !== 'links') return [];
    const { ids, title } = line.links;
    return ids.map((id) => {
      // The Anthology's old ids have a capital.
      const name = id.replace(/^ACL [a-z]\d\d-/, (old) => old.toUpperCase());
      const record = records.push(ranges[at] ?? { start: 0, end: 0 });
      return {
        title: title === '' ? name : title,
        incomplete: true,
        notation: 'plain',
        lines: [(line.title ?? at) + 1, at + 1],
        ...(several && { record }),
        facts: factsOf(name, texts[at] ?? ''),
      };
    });
  });
  const ledger = new LineLedger(texts);
  for (const [at, line] of lines.entries()) book(ledger, at, line);
  return {
    ...recognise(lines, texts),
    parsed: {
      dates: lines.flatMap((line) => (line.is === 'date' ? [line.date] : [])),
      banner: texts.filter((_, at) => lines[at]?.is === 'head').map(trimLine),
      papers,
      // Lines alone would not tell the papers of one line apart.
      ...(several && { records }),
      ...ledger.close(file, () => 'it is no identifier and no link of a paper alone'),
    },
  };
}

/** Identifiers and links, with titles or without: entries that wait to be completed. */
export const links = readingFormat({
  id: 'links',
  label: 'List of ids and links',
  from: 'open tabs, bookmarks, a column of ids: arXiv, DOI, OpenReview, ACL, PubMed',
  read,
});
