import { isParagraph, readLabel, readNumber, readPageHead } from '../arxiv/listing-lines.ts';
import { ListingReader } from '../arxiv/listing-reader.ts';
import { splitLines, trimLine } from '../lines.ts';
import type { Capture, DigestFormat, Recognition } from '../model.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 300_000;

const no: Recognition = { confidence: 0, why: 'no labels such as `Authors:` and `Abstract:`' };

function recognise({ text }: Capture): Recognition {
  const lines = splitLines(text.slice(0, sample)).map(trimLine);
  const opening = lines.find((line) => line !== '') ?? '';
  if (/^[<{[@](?!\d+\])/.test(opening) || lines.some((line) => /^\\{2}$/.test(line))) return no;
  let heads = 0;
  let titles = 0;
  let authors = 0;
  let others = 0;
  let marked = 0;
  let paragraphs = 0;
  /** The authors of a numbered paper were named, and nothing but labels since. */
  let named = false;
  let before: string | undefined;
  for (const line of lines) {
    if (line === '') continue;
    const numbered = readNumber(line);
    const body = numbered?.rest ?? line;
    const head = readPageHead(body);
    if (head && /\[(?:pdf|ps|html|other)/.test(head.rest)) heads++;
    if (/^(?:[-*+] )?(?:\*\*|__)|^#{1,6} |^\|/.test(line)) marked++;
    const role = readLabel(body)?.role;
    if (role === 'authors') named = before !== undefined && readNumber(before) !== undefined;
    else if (role === undefined) {
      if (named && numbered === undefined && isParagraph(line)) paragraphs++;
      named = false;
    }
    before = line;
    if (role === 'title') titles++;
    else if (role === 'authors') authors++;
    else if (role === 'abstract' || role === 'subjects') others++;
  }
  if (heads > 0 && (titles > 0 || authors > 0)) {
    return {
      confidence: 0.95,
      why: `${heads} papers headed \`arXiv:… [pdf, …]\`, as arXiv's pages print them`,
    };
  }
  if (authors > 0 && others > 0 && others * 3 >= authors) {
    const why = `labels: ${titles} × Title, ${authors} × Authors, ${others} × Abstract or Subjects`;
    // Where the labels are Markdown the formats that know Markdown know better.
    return { confidence: marked * 4 > authors ? 0.4 : 0.85, why };
  }
  if (paragraphs > 0 && paragraphs * 3 >= authors) {
    const why = `${paragraphs} numbered titles with the label Authors and a paragraph after it`;
    return { confidence: marked * 4 > authors ? 0.4 : 0.85, why };
  }
  if (titles > 0 && others > 0) {
    return {
      confidence: marked * 4 > titles ? 0.35 : 0.7,
      why: `labels: ${titles} × Title, ${others} × Abstract or Subjects`,
    };
  }
  return no;
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
