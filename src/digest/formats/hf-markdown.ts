/** Hugging Face's list of papers as Markdown: what scrapers, readers and notebooks make of the page. */
import type { Capture, DigestFormat, ParsedDigest, Recognition } from '../model.ts';
import { counted } from '../../text/counted.ts';
import { documentIn, reportIn } from '../document/document.ts';
import { lostShare, notMarkdown, startOf } from '../document/head.ts';
import { digestOf } from '../document/ledger.ts';
import { readPage } from '../document/page.ts';
import { layOut, layOutRaw } from '../document/reading.ts';
import { escaping, isNumbered } from '../document/references.ts';
import { splitLines } from '../lines.ts';
import { once } from '../once.ts';

const id = 'hf-markdown';

interface Reading {
  /** What the capture turned out to be. */
  readonly is: 'page' | 'report' | 'entries';
  readonly why: string;
  /** Whether it is of Hugging Face's pages for certain. */
  readonly certain: boolean;
  readonly parsed: Omit<ParsedDigest, 'format' | 'why'>;
}

/** Addresses of papers, and of the log-in before a vote, that only Hugging Face has. */
const papersOnHub =
  /(?:huggingface\.co|hf\.co)\/papers\/\d{4}\.\d{4,5}|\]\(\/papers\/\d{4}\.\d{4,5}/;
const loginOnHub = /\/login\?next=%2Fpapers%2F\d/;

const read = once((capture: Capture): Reading => {
  const { file, text } = capture;
  const isRaw =
    escaping(text) === 'bare' && (loginOnHub.test(text) || isNumbered(splitLines(text)));
  const { blocks, lines } = isRaw ? layOutRaw(capture) : layOut(capture);
  const onHub = papersOnHub.test(text);
  const page = readPage(blocks);
  const isPage = page.telling > 0 || loginOnHub.test(text);
  if (!isPage) {
    const report = reportIn(capture);
    if (report) {
      const why = `${counted(report.papers.length, 'paper')} listed by id and title, and what is said of each id`;
      return { is: 'report', why, certain: onHub, parsed: report };
    }
    const { isNote, headed, parsed } = documentIn(capture);
    if (isNote || (headed > 0 && headed >= page.entries.length)) {
      const why = `${counted(headed, 'paper')} under headings, with addresses on Hugging Face`;
      return { is: 'entries', why, certain: onHub, parsed };
    }
  }
  const saying = page.telling > 0 ? 'lines of a Hugging Face page' : 'addresses on Hugging Face';
  return {
    is: 'page',
    why: `${counted(page.entries.length, 'title')} marked as ${page.sign}, and ${saying}`,
    certain: isPage || onHub,
    parsed: digestOf(file, lines, page),
  };
});

function recognise(capture: Capture): Recognition {
  const not = notMarkdown(capture);
  if (not !== undefined) return { confidence: 0, why: not };
  if (!/hugging ?face|hf\.co|\/papers|\]\[\d/i.test(capture.text))
    return { confidence: 0, why: 'no word of Hugging Face' };
  const { is, why, certain, parsed } = read(startOf(capture));
  if (!certain || parsed.papers.length === 0) {
    return {
      confidence: 0,
      why: 'no title of a paper that is marked as Markdown, with lines or addresses of Hugging Face',
    };
  }
  const sure = is === 'page' ? 1 : is === 'report' ? 0.97 : 0.93;
  return { confidence: Math.max(0, sure - 3 * lostShare(parsed)), why };
}

function parse(capture: Capture): ParsedDigest {
  const { why, parsed } = read(capture);
  return { format: id, why, ...parsed };
}

/** Titles that are headings or links, abstracts that are text or links, facts around them. */
export const hfMarkdown: DigestFormat = {
  id,
  label: 'Hugging Face page as Markdown',
  from: 'scrapers and read-later tools',
  recognise,
  parse,
};
