/** Hugging Face's list of papers (daily, weekly, trending, search) as plain text, and lists like it. */
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { splitLines } from '../lines.ts';
import type { Capture, DigestFormat, ParsedDigest, Recognition, StatedDate } from '../model.ts';
import { capturedPaper } from '../plain/listing.ts';
import { readPage, type Page } from '../plain/page.ts';
import { accountsOf, whyUnaccounted } from '../plain/reasons.ts';
import { recognisePage } from '../plain/recognise.ts';
import { states } from '../plain/states.ts';

const id = 'hf-text';

/** As much of a capture as is read to recognise it: code units. */
const sample = 200_000;

/** The start of a text, cut at the end of a line where there is one. */
function startOf(text: string): string {
  if (text.length <= sample) return text;
  const end = text.lastIndexOf('\n', sample);
  return text.slice(0, end > 0 ? end : sample);
}

/** Openings of structured files, which hold titles and abstracts too but are not plain text. */
const structured: readonly (readonly [RegExp, string])[] = [
  [/^\s*[[{]\s*(?:["{[\]}]|u?'[\w ]{1,60}'\s{0,5}:)/, 'it begins like JSON'],
  [/^\s*<(?:\?xml|!doctype|[a-z][\w:-]*[\s>])/i, 'it begins like XML or HTML'],
  [/^\s*@\w{1,30}\s*[{(]/, 'it begins like BibTeX'],
  [/^\s*%PDF-/, 'it begins like PDF'],
];

function recognise({ text }: Capture): Recognition {
  const start = startOf(text).replace(/^\ufeff/, '');
  const other = structured.find(([pattern]) => pattern.test(start.slice(0, 500)));
  if (other) return { confidence: 0, why: other[1] };
  return recognisePage(readPage(splitLines(start)));
}

function datesOf({ lines, way }: Page): StatedDate[] {
  const dates: StatedDate[] = [];
  lines.forEach(({ date, number, text }, index) => {
    if (way[index] !== states.date || !date || date.span) return;
    dates.push({ text, ...date.day, line: number });
  });
  return dates;
}

function bannerOf(raw: readonly string[], { frontmatter, lines, way }: Page): string[] {
  const top = raw.slice(0, frontmatter).map((line) => line.trim());
  const banner = lines.filter((_, index) => way[index] === states.banner);
  return [...top.filter((line) => line !== ''), ...banner.map(({ text }) => text)];
}

function parse({ file, text }: Capture): ParsedDigest {
  const raw = splitLines(text);
  const page = readPage(raw);
  return {
    format: id,
    why: recognisePage(page).why,
    dates: datesOf(page),
    banner: bannerOf(raw, page),
    papers: page.papers.map((paper) => capturedPaper(paper, page.layout.hyphens)),
    lines: accountsOf(raw, page),
    problems: page.lines
      .filter((_, index) => page.way[index] === states.unaccounted)
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
  label: 'Hugging Face page as plain text',
  recognise,
  parse,
};
