/** Markdown lists of papers: awesome-lists, numbered lists, a heading for each paper. */
import { counted } from '../../text/counted.ts';
import { countKinds } from '../account.ts';
import { documentIn } from '../document/document.ts';
import { lostShare, notMarkdown } from '../document/head.ts';
import { readingFormat } from './reading-format.ts';

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
