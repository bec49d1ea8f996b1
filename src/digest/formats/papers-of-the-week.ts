/** Papers-of-the-Week in its generations, and other Markdown tables of papers. */
import type { Capture, DigestFormat, ParsedDigest, Recognition } from '../model.ts';
import { documentIn, type DocumentReading } from '../document/document.ts';
import { counted } from '../../text/counted.ts';
import { lostShare, notMarkdown, startOf } from '../document/head.ts';

const id = 'papers-of-the-week';

const whyOf = ({ rows }: DocumentReading): string =>
  `${counted(rows, 'row')} of tables with a column of titles`;

function recognise(capture: Capture): Recognition {
  const not = notMarkdown(capture);
  if (not !== undefined) return { confidence: 0, why: not };
  if (!/\||<table/i.test(startOf(capture).text)) return { confidence: 0, why: 'no table' };
  const reading = documentIn(startOf(capture));
  const { rows, headed, items, parsed } = reading;
  if (rows === 0) return { confidence: 0, why: 'no table with a column of titles' };
  const share = rows / (rows + headed + items);
  return { confidence: Math.max(0, 0.96 * share - 3 * lostShare(parsed)), why: whyOf(reading) };
}

function parse(capture: Capture): ParsedDigest {
  const reading = documentIn(capture);
  return { format: id, why: whyOf(reading), ...reading.parsed };
}

/** Rows of a title, what is said of it, and its links. */
export const papersOfTheWeek: DigestFormat = {
  id,
  label: 'Papers of the Week and other Markdown tables',
  from: 'DAIR.AI, arXiv-daily repositories',
  recognise,
  parse,
};
