/** Lists of references: what stands at the end of a paper, or what reference managers copy. */
import { Ledger } from '../arxiv/ledger.ts';
import { splitLines, trimLine } from '../lines.ts';
import type { Capture, CapturedPaper, DigestFormat, ParsedDigest, Recognition } from '../model.ts';
import { many } from '../document/head.ts';
import { namesOf } from '../names/person.ts';
import { once } from '../once.ts';
import { opensLike, startOf } from '../opening.ts';
import { leadingNames } from '../names/reference.ts';
import { readReference, referenceNumber, type Reference } from '../references/reference.ts';

const id = 'reference-list';

/** Lines of one reference, counted from 0, and what it says. */
interface Block {
  readonly first: number;
  last: number;
  text: string;
  reference?: Reference | undefined;
}

/** A reference is no longer, in UTF-16 code units. */
const longest = 4000;

/** Puts the lines of references together: a number, a blank line or authors begin another. */
function blocksOf(lines: readonly string[]): Block[] {
  const numbered = lines.filter((line) => referenceNumber.test(line)).length > 1;
  const blocks: Block[] = [];
  let open = false;
  lines.forEach((line, index) => {
    const text = trimLine(line);
    const block = blocks.at(-1);
    // A number may have a line to itself, as DBLP's has.
    const waits = block !== undefined && block.text.replace(referenceNumber, '') === '';
    if (text === '') {
      open = waits;
      return;
    }
    const begins = numbered
      ? referenceNumber.test(text)
      : !open || leadingNames(text) !== undefined;
    const hangs = /[:,]$/.test(block?.text ?? '');
    if (
      block &&
      open &&
      (!begins || waits || (hangs && !numbered)) &&
      block.text.length < longest
    ) {
      block.last = index;
      block.text += ` ${text}`;
    } else blocks.push({ first: index, last: index, text });
    open = true;
  });
  return blocks;
}

const read = once(({ text }: Capture) => {
  const lines = splitLines(text);
  const blocks = blocksOf(lines);
  for (const block of blocks)
    block.reference = block.text.length > longest ? undefined : readReference(block.text);
  const references = blocks.filter(({ reference }) => reference !== undefined);
  return { lines, blocks, references };
});

const whyOf = (count: number): string =>
  `${many(count, 'reference')} of authors, title, and year or identifier`;

/** Whether a text may be a list of references: years in many lines, and not one letter of Markdown. */
const years = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

function recognise(capture: Capture): Recognition {
  const no = (why: string): Recognition => ({ confidence: 0, why });
  const other = opensLike(capture);
  if (other !== undefined) return no(other);
  const start = startOf(capture);
  const head = start.text.slice(0, 20_000);
  const count = head.split(/\n+/).length;
  if ((head.match(years)?.length ?? 0) * 8 < count) return no('few of its lines have a year');
  const { lines, blocks, references } = read(start);
  // References run on; what has the authors on a line of their own is a page.
  const byline = (line: string): boolean =>
    !/(?:[,&]|\band)\s{0,3}$/.test(line) && namesOf(trimLine(line)) !== undefined;
  if (lines.filter(byline).length * 2 > references.length)
    return no('its authors have lines of their own');
  const letters = (list: readonly Block[]): number =>
    list.reduce((sum, { text }) => sum + text.length, 0);
  const share = letters(references) / Math.max(1, letters(blocks));
  if (references.length === 0) return no('no reference that begins with authors');
  if (share < 0.5) return no(`${whyOf(references.length)}, but most of the text is none`);
  return {
    confidence: 0.96 * share,
    why: whyOf(references.length),
  };
}

function parse(capture: Capture): ParsedDigest {
  const { lines, blocks, references } = read(capture);
  const ledger = new Ledger(lines.length);
  lines.forEach((line, index) => {
    if (trimLine(line) === '') ledger.book(index, 'blank', 'blank line');
  });
  const first = references[0]?.first ?? Infinity;
  const papers = blocks.flatMap(({ first: from, last, text, reference }): CapturedPaper[] => {
    for (let index = from; index <= last; index++) {
      if (trimLine(lines[index] ?? '') === '') continue;
      if (reference) ledger.book(index, 'title', 'reference to the paper');
      else if (text.length < 80 && from < first)
        ledger.book(index, 'banner', 'heading of the list');
      else if (/^(?:19|20)\d{2}$/.test(text)) ledger.book(index, 'meta', 'year of the references');
    }
    return reference ? [{ ...reference, notation: 'plain', lines: [from + 1, last + 1] }] : [];
  });
  const account = ledger.close(capture.file, 'it is no reference with authors, title and year');
  const banner = lines.filter((_, index) => account.lines[index]?.kind === 'banner');
  return { format: id, why: whyOf(papers.length), dates: [], banner, papers, ...account };
}

/** References in the styles of APA, IEEE, Vancouver, MLA, Chicago and others, numbered or not. */
export const referenceList: DigestFormat = {
  id,
  label: 'List of references',
  from: 'APA, IEEE, Vancouver, MLA, Chicago, Harvard, DBLP; numbered or not, copied',
  recognise,
  parse,
};
