/** Hugging Face's list of papers (daily, weekly, trending, search) as plain text, and lists like it. */
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { splitLines } from '../lines.ts';
import type { Capture, DigestFormat, ParsedDigest, Recognition, StatedDate } from '../model.ts';
import { once } from '../once.ts';
import { opensLike, startOf } from '../opening.ts';
import { capturedPaper } from '../plain/listing.ts';
import { readPage, type Page } from '../plain/page.ts';
import { accountsOf, whyUnaccounted } from '../plain/reasons.ts';
import { recognisePage } from '../plain/recognise.ts';

const id = 'hf-text';

const read = once(({ text }: Capture) => {
  const raw = splitLines(text);
  const page = readPage(raw);
  return { raw, page, recognition: recognisePage(page) };
});

function recognise(capture: Capture): Recognition {
  const other = opensLike(capture);
  return other === undefined ? read(startOf(capture)).recognition : { confidence: 0, why: other };
}

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

function parse(capture: Capture): ParsedDigest {
  const { file } = capture;
  const { raw, page, recognition } = read(capture);
  return {
    format: id,
    why: recognition.why,
    dates: datesOf(page),
    banner: bannerOf(raw, page),
    papers: page.papers.map((paper) => capturedPaper(paper, page.layout.hyphens)),
    lines: accountsOf(raw, page),
    problems: page.lines
      .filter((_, index) => page.path[index] === 'unaccounted')
      .map((line) =>
        diagnostic(
          'digest/unaccounted-line',
          { file, line: line.number, column: line.column },
          { why: whyUnaccounted(line) },
        ),
      ),
  };
}

/** Titles and abstracts as blocks of plain text, with whatever the page put around them. */
export const hfText: DigestFormat = {
  id,
  label: 'Plain text, such as a Hugging Face page',
  from: 'pages copied: titles with abstracts, in any wording',
  recognise,
  parse,
};
