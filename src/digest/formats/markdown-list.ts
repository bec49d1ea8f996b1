/** Markdown lists of papers: awesome-lists, numbered lists, a heading for each paper. */
import type { Capture, DigestFormat, ParsedDigest, Recognition } from '../model.ts';
import { countKinds } from '../account.ts';
import { documentIn, type DocumentReading } from '../document/document.ts';
import { counted } from '../../text/counted.ts';
import { lostShare, notMarkdown, startOf } from '../document/head.ts';

const id = 'markdown-list';

const whyOf = ({ headed, items }: DocumentReading): string =>
  `${counted(items, 'paper')} as items of lists, ${counted(headed, 'paper')} under headings`;

function recognise(capture: Capture): Recognition {
  const not = notMarkdown(capture);
  if (not !== undefined) return { confidence: 0, why: not };
  const reading = documentIn(startOf(capture));
  const { rows, headed, items, isNote, parsed } = reading;
  const found = headed + items;
  if (found === 0) return { confidence: 0, why: 'no list of papers, and no paper under a heading' };
  const { blank, title, abstract, meta } = countKinds(parsed.lines);
  // One entry may be any text with a link in it.
  const few = found === 1 && !isNote ? 0.5 : 1;
  const bulk = (title + abstract + meta) / Math.max(1, parsed.lines.length - blank);
  const share = found / (rows + found);
  // Numbered plain text is read too, but other shapes have better reasons to claim it.
  const marked = /\]\(|\*\*|^#{1,6} |^[-*+] /m.test(startOf(capture).text) ? 1 : 0.9;
  const sure = few * share * marked * (0.6 + 0.3 * Math.min(1, 2 * bulk));
  return { confidence: Math.max(0, sure - 1.5 * lostShare(parsed)), why: whyOf(reading) };
}

function parse(capture: Capture): ParsedDigest {
  const reading = documentIn(capture);
  return { format: id, why: whyOf(reading), ...reading.parsed };
}

/** Items or headings that are titles, with links, facts and notes. */
export const markdownList: DigestFormat = {
  id,
  label: 'Markdown list of papers',
  from: 'awesome lists, notes',
  recognise,
  parse,
};
