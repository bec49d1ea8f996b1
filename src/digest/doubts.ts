/** What the shape of a whole digest makes doubtful: notices, each with both readings and its lines. */
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { identifiersIn } from './identifiers.ts';
import { titleKey } from './identity.ts';
import { splitLines } from './lines.ts';
import type { Capture, CapturedPaper, ParsedDigest } from './model.ts';
import { isLongProse, startOf } from './visible.ts';

/** Fewer papers than this have no shape in common. */
const fewest = 3;
/** Share of the papers that may be otherwise than the rest and yet strange. */
const oddShare = 0.1;
/** A title is no longer, and a text of an abstract no shorter: characters. */
const longestTitle = 160;
const shortestText = 250;

const lineNumbers = (papers: readonly CapturedPaper[]): string => {
  const numbers = papers.slice(0, 20).map(({ lines: [line] }) => String(line));
  return numbers.join(', ') + (papers.length > 20 ? ' …' : '');
};

/** Whether it is the odd one out: some, but no more than one in ten. */
const isOdd = (some: number, all: number): boolean =>
  some > 0 && some <= Math.max(1, all * oddShare);

const isTitleLike = (text: string): boolean =>
  text.length <= longestTitle &&
  /^[^-*•●–]*\p{L}/u.test(text) &&
  text.trim().split(/\s+/).length >= fewest;

/** The first line of an abstract that is short and stands between two long ones, from 1. */
function lonelyLine(
  lines: readonly string[],
  { lines: accounts }: ParsedDigest,
  paper: CapturedPaper,
): number | undefined {
  const [first, last] = paper.lines;
  const texts: { text: string; line: number }[] = [];
  for (let line = first; line <= last; line++) {
    const text = lines[line - 1]?.trim() ?? '';
    if (accounts[line - 1]?.kind === 'abstract') texts.push({ text, line });
  }
  return texts.find(({ text }, index) => {
    const before = texts[index - 1]?.text.length ?? 0;
    const after = texts[index + 1]?.text.length ?? 0;
    return Math.min(before, after) >= shortestText && isTitleLike(text);
  })?.line;
}

/** Abstracts with a short line that may be the title of a paper, or with paragraphs where the others have one; in records that is a fact. */
function swallowed(capture: Capture, parsed: ParsedDigest): Diagnostic[] {
  const withText = parsed.papers.filter(
    ({ abstract, lines: [first, last] }) => abstract !== undefined && last > first,
  );
  if (parsed.records || withText.length < fewest) return [];
  const lines = splitLines(capture.text);
  const told = withText.flatMap((paper) => {
    const paragraphs = paper.abstract?.split('\n\n') ?? [];
    const inner = paragraphs.slice(1, -1).find(isTitleLike);
    const long = paragraphs.filter(({ length }) => length >= shortestText).length;
    const line = lonelyLine(lines, parsed, paper);
    return (line ?? inner) !== undefined || long > 1 ? [{ paper, paragraphs, line, inner }] : [];
  });
  if (!isOdd(told.length, withText.length)) return [];
  return told.map(({ paper, paragraphs, line, inner }) => {
    const [first, last] = paper.lines;
    const short = line === undefined ? (inner ?? paragraphs[1] ?? '') : (lines[line - 1] ?? '');
    const where = { file: capture.file, line: line ?? first };
    const facts = { title: startOf(paper.title), first, last, short: startOf(short) };
    return diagnostic('digest/perhaps-two', where, facts);
  });
}

/** Abstracts that speak of several papers by their ids: a list that was taken for the text of its first paper. */
function listing({ file }: Capture, { papers, records }: ParsedDigest): Diagnostic[] {
  if (records) return [];
  return papers.flatMap(({ title, abstract = '', facts, lines: [first, last] }) => {
    const named = identifiersIn(abstract).filter(
      ({ name }) => name.startsWith('arXiv ') && name !== `arXiv ${facts.arxiv ?? ''}`,
    );
    const [one] = named;
    if (!one || new Set(named.map(({ name }) => name)).size < fewest) return [];
    const short = startOf(abstract.slice(Math.max(0, one.at - 60)));
    return [
      diagnostic(
        'digest/perhaps-two',
        { file, line: first },
        { title: startOf(title), first, last, short },
      ),
    ];
  });
}

/** Titles without an abstract where the others have one; that is a fact in records, too. */
function bare({ file }: Capture, { papers, records }: ParsedDigest): Diagnostic[] {
  const some = papers.filter(({ abstract }) => abstract === undefined);
  const lengths = papers.flatMap(({ abstract }) =>
    abstract === undefined ? [] : [abstract.length],
  );
  const usual = lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? 0;
  if (
    records ||
    papers.length < fewest ||
    usual < shortestText ||
    !isOdd(some.length, papers.length)
  )
    return [];
  const where = { file, line: some[0]?.lines[0] ?? 1 };
  return [
    diagnostic('digest/some-bare', where, {
      count: some.length,
      others: papers.length - some.length,
      lines: lineNumbers(some),
    }),
  ];
}

/** Titles as long as an abstract. */
const long = ({ file }: Capture, { papers }: ParsedDigest): Diagnostic[] =>
  papers
    .filter(({ title }) => isLongProse(title))
    .map(({ title, lines: [line] }) =>
      diagnostic(
        'digest/long-title',
        { file, line },
        { length: title.length, start: startOf(title) },
      ),
    );

/** Titles that stand there three times and more, and lists of authors that most papers have. */
function alike({ file }: Capture, { papers }: ParsedDigest): Diagnostic[] {
  const told = (of: string, keys: readonly string[], least: number): Diagnostic[] => {
    const places = Map.groupBy(keys.keys(), (index) => keys[index] ?? '');
    const [most = []] = [...places.values()].toSorted((one, other) => other.length - one.length);
    if (most.length < Math.max(fewest, least)) return [];
    const same = most.flatMap((index) => papers[index] ?? []);
    const where = { file, line: same[0]?.lines[0] ?? 1 };
    const facts = { of, count: most.length, all: keys.length, lines: lineNumbers(same) };
    return [diagnostic('digest/alike', where, facts)];
  };
  const titles = papers.map(({ title }) => titleKey(title));
  const authors = papers.map(({ facts }) => (facts.authors ?? []).join('; '));
  return [
    ...told('title', titles, fewest),
    ...(authors.includes('') ? [] : told('list of authors', authors, papers.length / 2 + 1)),
  ];
}

/** Everything about a digest that was read which may be understood in two ways. Pure; takes linear time. */
export const doubtsOf = (capture: Capture, parsed: ParsedDigest): Diagnostic[] => [
  ...swallowed(capture, parsed),
  ...listing(capture, parsed),
  ...bare(capture, parsed),
  ...long(capture, parsed),
  ...alike(capture, parsed),
];
