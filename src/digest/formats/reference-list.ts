/** Lists of references: what stands at the end of a paper, or what reference managers copy. */
import { counted } from '../../text/counted.ts';
import { LineLedger } from '../line-ledger.ts';
import { splitLines, trimLine } from '../lines.ts';
import type { Capture, CapturedPaper, Recognition } from '../model.ts';
import { namesOf } from '../names/person.ts';
import { leadingNames } from '../names/reference.ts';
import { opensLike, startOf } from '../opening.ts';
import { readReference, referenceNumber, type Reference } from '../references/reference.ts';
import { readingFormat, type FormatReading } from './reading-format.ts';

/** Lines of one reference, counted from 0. */
interface Lines {
  readonly first: number;
  last: number;
  text: string;
}

/** The same with what it says. */
interface Block extends Readonly<Lines> {
  readonly reference: Reference | undefined;
}

/** A reference is no longer, in UTF-16 code units. */
const longest = 4000;

/** Puts the lines of references together: a number, a blank line or authors begin another. */
function blocksOf(lines: readonly string[]): Block[] {
  const numbered = lines.filter((line) => referenceNumber.test(line)).length > 1;
  const blocks: Lines[] = [];
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
  return blocks.map((block) => ({
    ...block,
    reference: block.text.length > longest ? undefined : readReference(block.text),
  }));
}

/** Years, which a list of references has in many lines. */
const years = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

function not(capture: Capture): string | undefined {
  const head = startOf(capture).text.slice(0, 20_000);
  const few = (head.match(years)?.length ?? 0) * 8 < head.split(/\n+/).length;
  return opensLike(capture) ?? (few ? 'few of its lines have a year' : undefined);
}

const letters = (list: readonly Block[]): number =>
  list.reduce((sum, { text }) => sum + text.length, 0);

/** Whether a line holds names alone: references run on; what has the authors on a line of their own is a page. */
const isByline = (line: string): boolean =>
  !/(?:[,&]|\band)\s{0,3}$/.test(line) && namesOf(trimLine(line)) !== undefined;

function recognise(lines: readonly string[], blocks: readonly Block[]): Recognition {
  const references = blocks.filter(({ reference }) => reference);
  const why = `${counted(references.length, 'reference')} of authors, title, and year or identifier`;
  const share = letters(references) / Math.max(1, letters(blocks));
  if (lines.filter(isByline).length * 2 > references.length)
    return { confidence: 0, why: 'its authors have lines of their own' };
  if (references.length === 0)
    return { confidence: 0, why: 'no reference that begins with authors' };
  if (share < 0.5) return { confidence: 0, why: `${why}, but most of the text is none` };
  return { confidence: 0.96 * share, why };
}

function read({ file, text }: Capture): FormatReading {
  const lines = splitLines(text);
  const blocks = blocksOf(lines);
  const ledger = new LineLedger(lines);
  const first = blocks.find(({ reference }) => reference)?.first ?? Infinity;
  for (const { first: from, last, text: said, reference } of blocks) {
    for (let index = from; index <= last; index++) {
      if (reference) ledger.book(index, 'title', 'reference to the paper');
      else if (said.length < 80 && from < first)
        ledger.book(index, 'banner', 'heading of the list');
      else if (/^(?:19|20)\d{2}$/.test(said)) ledger.book(index, 'meta', 'year of the references');
    }
  }
  const papers = blocks.flatMap(({ first: from, last, reference }): CapturedPaper[] =>
    reference ? [{ ...reference, notation: 'plain', lines: [from + 1, last + 1] }] : [],
  );
  const account = ledger.close(file, () => 'it is no reference with authors, title and year');
  const banner = lines.filter((_, index) => account.lines[index]?.kind === 'banner');
  return { ...recognise(lines, blocks), parsed: { dates: [], banner, papers, ...account } };
}

/** References in the styles of APA, IEEE, Vancouver, MLA, Chicago and others, numbered or not. */
export const referenceList = readingFormat({
  id: 'reference-list',
  label: 'List of references',
  from: 'APA, IEEE, Vancouver, MLA, Chicago, Harvard, DBLP; numbered or not, copied',
  not,
  read,
});
