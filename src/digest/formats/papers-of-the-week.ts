/** Papers-of-the-Week in its generations, and other Markdown tables of papers. */
import { counted } from '../../text/counted.ts';
import { documentIn } from '../document/document.ts';
import { lostShare, notMarkdown } from '../document/head.ts';
import { startOf } from '../opening.ts';
import { readingFormat } from './reading-format.ts';

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
