import { isParagraph, readLabel, readNumber, readPageHead } from '../arxiv/listing-lines.ts';
import type { Role } from '../arxiv/labelled-entry.ts';
import { ListingReader } from '../arxiv/listing-reader.ts';
import { splitLines, trimLine } from '../lines.ts';
import type { Capture, DigestFormat, Recognition } from '../model.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 300_000;

const no: Recognition = { confidence: 0, why: 'no labels such as `Authors:` and `Abstract:`' };

/** A line that is not blank. */
interface Line {
  readonly text: string;
  readonly numbered: boolean;
  readonly role: Role | undefined;
  /** It heads a paper as arXiv's pages print it. */
  readonly heads: boolean;
}

function lineOf(text: string): Line {
  const number = readNumber(text);
  const body = number?.rest ?? text;
  const heads = /\[(?:pdf|ps|html|other)/.test(readPageHead(body)?.rest ?? '');
  return { text, numbered: number !== undefined, role: readLabel(body)?.role, heads };
}

/** How many paragraphs come after a numbered title and the label of its authors, with only labels between. */
function paragraphsIn(lines: readonly Line[]): number {
  let named = false;
  const found = lines.filter(({ text, numbered, role }, index) => {
    const follows = named && role === undefined && !numbered && isParagraph(text);
    if (role === 'authors') named = lines[index - 1]?.numbered === true;
    else if (role === undefined) named = false;
    return follows;
  });
  return found.length;
}

/** Where the labels are Markdown the formats that know Markdown know better. */
const marked = /^(?:[-*+] )?(?:\*\*|__)|^#{1,6} |^\|/;

function recognise({ text }: Capture): Recognition {
  const texts = splitLines(text.slice(0, sample)).flatMap((line) => trimLine(line) || []);
  if (/^[<{[@](?!\d+\])/.test(texts[0] ?? '') || texts.includes('\\\\')) return no;
  const lines = texts.map(lineOf);
  const count = (holds: (line: Line) => boolean): number => lines.filter(holds).length;
  const labelled = (...roles: readonly Role[]): number =>
    count(({ role }) => role !== undefined && roles.includes(role));
  const heads = count((line) => line.heads);
  const titles = labelled('title');
  const authors = labelled('authors');
  const others = labelled('abstract', 'categories');
  const paragraphs = paragraphsIn(lines);
  const markedUp = count((line) => marked.test(line.text)) * 4;
  const verdicts: readonly (Recognition & { readonly holds: boolean })[] = [
    {
      holds: heads > 0 && titles + authors > 0,
      confidence: 0.95,
      why: `${heads} papers headed \`arXiv:… [pdf, …]\`, as arXiv's pages print them`,
    },
    {
      holds: authors > 0 && others > 0 && others * 3 >= authors,
      confidence: markedUp > authors ? 0.4 : 0.85,
      why: `labels: ${titles} × Title, ${authors} × Authors, ${others} × Abstract or Subjects`,
    },
    {
      holds: paragraphs > 0 && paragraphs * 3 >= authors,
      confidence: markedUp > authors ? 0.4 : 0.85,
      why: `${paragraphs} numbered titles with the label Authors and a paragraph after it`,
    },
    {
      holds: titles > 0 && others > 0,
      confidence: markedUp > titles ? 0.35 : 0.7,
      why: `labels: ${titles} × Title, ${others} × Abstract or Subjects`,
    },
  ];
  const { confidence, why } = verdicts.find(({ holds }) => holds) ?? no;
  return { confidence, why };
}

/** arXiv's web listings pasted as text, and other lists whose facts carry labels. */
export const arxivListing: DigestFormat = {
  id: 'arxiv-listing',
  label: 'arXiv web listing or labelled list',
  from: 'arXiv’s /list and search pages, copied; “Title: … Authors: …” blocks',
  recognise,
  parse(capture) {
    const read = new ListingReader(splitLines(capture.text)).read(capture.file);
    return { format: 'arxiv-listing', why: recognise(capture).why, ...read };
  },
};
