/** Markdown: pages of Hugging Face, tables such as Papers of the Week, and lists of papers. */
import { counted } from '../../text/counted.ts';
import { countKinds } from '../account.ts';
import { documentIn, layOut, layOutRaw, reportIn } from '../document/document.ts';
import { digestOf } from '../document/ledger.ts';
import { readPage } from '../document/page.ts';
import { escaping, isNumbered } from '../document/references.ts';
import { splitLines } from '../lines.ts';
import type { Capture, ParsedDigest } from '../model.ts';
import { opensLike, startOf } from '../opening.ts';
import { readingFormat, type FormatReading } from './reading-format.ts';

/** Signs of lists, headings, tables, links and stress, one of which every list of papers in Markdown has. */
const signs =
  /^[ \t>]{0,40}(?:#{1,6} |[-*+•] |\d{1,4}[.)\]、] |\||\[|<[a-z])|\]\(|\]\[|\*\*|__|<(?:a|td|details|summary)\b/im;

/** Why a capture cannot be Markdown; undefined if it may be. */
const notMarkdown = (capture: Capture): string | undefined =>
  opensLike(capture) ??
  (signs.test(startOf(capture).text) ? undefined : 'it has no mark of Markdown');

/** Share of the lines of a reading, blank ones aside, that nothing explains. */
const lostShare = ({ lines, problems }: Pick<ParsedDigest, 'lines' | 'problems'>): number =>
  problems.length / Math.max(1, lines.length - countKinds(lines).blank);

/** What no page of Hugging Face is without. */
const none =
  'no title of a paper that is marked as Markdown, with lines or addresses of Hugging Face';

/** Addresses of papers, and of the log-in before a vote, that only Hugging Face has. */
const papersOnHub =
  /(?:huggingface\.co|hf\.co)\/papers\/\d{4}\.\d{4,5}|\]\(\/papers\/\d{4}\.\d{4,5}/;
const loginOnHub = /\/login\?next=%2Fpapers%2F\d/;

function read(capture: Capture): FormatReading {
  const { file, text } = capture;
  const isRaw =
    escaping(text) === 'bare' && (loginOnHub.test(text) || isNumbered(splitLines(text)));
  const { blocks, lines } = isRaw ? layOutRaw(capture) : layOut(capture);
  const onHub = papersOnHub.test(text);
  const page = readPage(blocks);
  const isPage = page.telling > 0 || loginOnHub.test(text);
  const as = (sure: number, why: string, parsed: FormatReading['parsed']): FormatReading =>
    (isPage || onHub) && parsed.papers.length > 0
      ? { confidence: sure - 3 * lostShare(parsed), why, parsed }
      : { confidence: 0, why: none, parsed };
  if (!isPage) {
    const report = reportIn(capture);
    if (report) {
      const count = counted(report.papers.length, 'paper');
      return as(0.97, `${count} listed by id and title, and what is said of each id`, report);
    }
    const { isNote, headed, parsed } = documentIn(capture);
    if (isNote || (headed > 0 && headed >= page.entries.length)) {
      const count = counted(headed, 'paper');
      return as(0.93, `${count} under headings, with addresses on Hugging Face`, parsed);
    }
  }
  const saying = page.telling > 0 ? 'lines of a Hugging Face page' : 'addresses on Hugging Face';
  const count = counted(page.entries.length, 'title');
  return as(1, `${count} marked as ${page.sign}, and ${saying}`, digestOf(file, lines, page));
}

/** Titles that are headings or links, abstracts that are text or links, facts around them. */
export const hfMarkdown = readingFormat({
  id: 'hf-markdown',
  label: 'Hugging Face page as Markdown',
  from: 'scrapers and read-later tools',
  not: (capture) =>
    notMarkdown(capture) ??
    (/hugging ?face|hf\.co|\/papers|\]\[\d/i.test(capture.text)
      ? undefined
      : 'no word of Hugging Face'),
  read,
});

/** Rows of a title, what is said of it, and its links. */
export const papersOfTheWeek = readingFormat({
  id: 'papers-of-the-week',
  label: 'Papers of the Week and other Markdown tables',
  from: 'DAIR.AI, arXiv-daily repositories',
  not: (capture) =>
    notMarkdown(capture) ?? (/\||<table/i.test(startOf(capture).text) ? undefined : 'no table'),
  read(capture) {
    const { rows, headed, items, parsed } = documentIn(capture);
    const share = rows / Math.max(1, rows + headed + items);
    const why = `${counted(rows, 'row')} of tables with a column of titles`;
    return { confidence: 0.96 * share - 3 * lostShare(parsed), why, parsed };
  },
});

/** Items or headings that are titles, with links, facts and notes. */
export const markdownList = readingFormat({
  id: 'markdown-list',
  label: 'Markdown list of papers',
  from: 'awesome lists, notes',
  not: notMarkdown,
  read(capture) {
    const { rows, headed, items, isNote, parsed } = documentIn(capture);
    const found = headed + items;
    if (found === 0)
      return { confidence: 0, why: 'no list of papers, and no paper under a heading', parsed };
    const { blank, title, abstract, meta } = countKinds(parsed.lines);
    // One entry may be any text with a link in it.
    const few = found === 1 && !isNote ? 0.5 : 1;
    const bulk = (title + abstract + meta) / Math.max(1, parsed.lines.length - blank);
    const share = found / (rows + found);
    // Numbered plain text is read too, but other shapes have better reasons to claim it.
    const marked = /\]\(|\*\*|^#{1,6} |^[-*+] /m.test(capture.text) ? 1 : 0.9;
    const sure = few * share * marked * (0.6 + 0.3 * Math.min(1, 2 * bulk));
    const why = `${counted(items, 'paper')} as items of lists, ${counted(headed, 'paper')} under headings`;
    return { confidence: sure - 1.5 * lostShare(parsed), why, parsed };
  },
});
