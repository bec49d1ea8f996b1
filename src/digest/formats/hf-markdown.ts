/** Hugging Face's list of papers as Markdown: what scrapers, readers and notebooks make of the page. */
import type { Capture } from '../model.ts';
import { counted } from '../../text/counted.ts';
import { documentIn, reportIn } from '../document/document.ts';
import { lostShare, notMarkdown } from '../document/head.ts';
import { digestOf } from '../document/ledger.ts';
import { readPage } from '../document/page.ts';
import { layOut, layOutRaw } from '../document/reading.ts';
import { escaping, isNumbered } from '../document/references.ts';
import { splitLines } from '../lines.ts';
import { readingFormat, type FormatReading } from './reading-format.ts';

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
