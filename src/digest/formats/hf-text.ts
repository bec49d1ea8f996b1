/** Hugging Face's list of papers (daily, weekly, trending, search) as plain text, and lists like it. */
import { splitLines } from '../lines.ts';
import type { StatedDate } from '../model.ts';
import { opensLike } from '../opening.ts';
import { capturedPaper } from '../plain/listing.ts';
import { readPage, type Page } from '../plain/page.ts';
import { accountOf } from '../plain/reasons.ts';
import { recognisePage } from '../plain/recognise.ts';
import { readingFormat } from './reading-format.ts';

function datesOf({ lines, path }: Page): StatedDate[] {
  const dates: StatedDate[] = [];
  lines.forEach(({ date, number, text }, index) => {
    if (path[index] !== 'date' || !date || date.span) return;
    dates.push({ text, ...date.day, line: number });
  });
  return dates;
}

function bannerOf(raw: readonly string[], { frontmatter, lines, path }: Page): string[] {
  const top = raw.slice(0, frontmatter).map((line) => line.trim());
  const banner = lines.filter((_, index) => path[index] === 'banner');
  return [...top.filter((line) => line !== ''), ...banner.map(({ text }) => text)];
}

/** Titles and abstracts as blocks of plain text, with whatever the page put around them. */
export const hfText = readingFormat({
  id: 'hf-text',
  label: 'Plain text, such as a Hugging Face page',
  from: 'pages copied: titles with abstracts, in any wording',
  not: opensLike,
  read({ file, text }) {
    const raw = splitLines(text);
    const page = readPage(raw);
    const parsed = {
      dates: datesOf(page),
      banner: bannerOf(raw, page),
      papers: page.papers.map((paper) => capturedPaper(paper, page.layout.hyphens)),
      ...accountOf(file, raw, page),
    };
    return { ...recognisePage(page), parsed };
  },
});
