/** What the shape of a whole digest makes doubtful: notices, each with both readings and its lines. */
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { identifiersIn } from '../identifiers.ts';
import { titleKey } from '../identity.ts';
import { largestGroup } from '../largest-group.ts';
import { splitLines } from '../lines.ts';
import type { Capture, CapturedPaper, ParsedDigest } from '../model.ts';
import { isLongProse, startOf } from '../ledger/text.ts';

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

/** A text of a paper that may be the title of another. */
function perhapsTwo(file: string, paper: CapturedPaper, short: string, line?: number): Diagnostic {
  const [first, last] = paper.lines;
  const facts = { title: startOf(paper.title), first, last, short: startOf(short) };
  return diagnostic('digest/perhaps-two', { file, line: line ?? first }, facts);
}

/** The first line of an abstract that is short and stands between two long ones, from 1. */
function lonelyLine(
  lines: readonly string[],
  { lines: accounts }: ParsedDigest,
  { lines: [first, last] }: CapturedPaper,
): number | undefined {
  const texts = lines.slice(first - 1, last).flatMap((line, at) => {
    const isText = accounts[first - 1 + at]?.kind === 'abstract';
    return isText ? [{ text: line.trim(), line: first + at }] : [];
  });
  return texts.find(({ text }, index) => {
    const before = texts[index - 1]?.text.length ?? 0;
    const after = texts[index + 1]?.text.length ?? 0;
    return Math.min(before, after) >= shortestText && isTitleLike(text);
  })?.line;
}

/** Abstracts with a short line that may be the title of a paper, or with paragraphs where the others have one; in records that is a fact. */
function swallowed({ file, text }: Capture, parsed: ParsedDigest): Diagnostic[] {
  const withText = parsed.papers.filter(
    ({ abstract, lines: [first, last] }) => abstract !== undefined && last > first,
  );
  if (parsed.records || withText.length < fewest) return [];
  const source = splitLines(text);
  const told = withText.flatMap((paper) => {
    const paragraphs = paper.abstract?.split('\n\n') ?? [];
    const inner = paragraphs.slice(1, -1).find(isTitleLike);
    const long = paragraphs.filter(({ length }) => length >= shortestText).length;
    const line = lonelyLine(source, parsed, paper);
    if (line === undefined && inner === undefined && long < 2) return [];
    const short = line === undefined ? (inner ?? paragraphs[1]) : source[line - 1];
    return [perhapsTwo(file, paper, short ?? '', line)];
  });
  return isOdd(told.length, withText.length) ? told : [];
}

/** Abstracts that speak of several papers by their ids: a list that was taken for the text of its first paper. */
function listing({ file }: Capture, { papers, records }: ParsedDigest): Diagnostic[] {
  if (records) return [];
  return papers.flatMap((paper) => {
    const { abstract = '', facts } = paper;
    const named = identifiersIn(abstract).filter(
      ({ name }) => name.startsWith('arXiv ') && name !== `arXiv ${facts.arxiv ?? ''}`,
    );
    const [one] = named;
    const isList = one && new Set(named.map(({ name }) => name)).size >= fewest;
    return isList ? [perhapsTwo(file, paper, abstract.slice(Math.max(0, one.at - 60)))] : [];
  });
}

/** Titles without an abstract where the others have one; that is a fact in records, too. */
function bare({ file }: Capture, { papers, records }: ParsedDigest): Diagnostic[] {
  const some = papers.filter(({ abstract }) => abstract === undefined);
  const lengths = papers.flatMap(({ abstract }) => abstract?.length ?? []);
  const usual = lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? 0;
  const isOf = !records && papers.length >= fewest && usual >= shortestText;
  if (!isOf || !isOdd(some.length, papers.length)) return [];
  const facts = { count: some.length, others: lengths.length, lines: lineNumbers(some) };
  return [diagnostic('digest/some-bare', { file, line: some[0]?.lines[0] ?? 1 }, facts)];
}

/** Titles as long as an abstract. */
const long = ({ file }: Capture, { papers }: ParsedDigest): Diagnostic[] =>
  papers
    .filter(({ title }) => isLongProse(title))
    .map(({ title, lines: [line] }) => {
      const facts = { length: title.length, start: startOf(title) };
      return diagnostic('digest/long-title', { file, line }, facts);
    });

/** Titles that stand there three times and more, and lists of authors that most papers have. */
function alike({ file }: Capture, { papers }: ParsedDigest): Diagnostic[] {
  const authorsOf = ({ facts }: CapturedPaper): string => (facts.authors ?? []).join('; ');
  const told = (
    of: string,
    keyOf: (paper: CapturedPaper) => string,
    least: number,
  ): Diagnostic[] => {
    const same = largestGroup(papers, keyOf);
    if (same.length < Math.max(fewest, least)) return [];
    const facts = { of, count: same.length, all: papers.length, lines: lineNumbers(same) };
    return [diagnostic('digest/alike', { file, line: same[0]?.lines[0] ?? 1 }, facts)];
  };
  const isAuthored = papers.every((paper) => authorsOf(paper) !== '');
  return [
    ...told('title', ({ title }) => titleKey(title), fewest),
    ...(isAuthored ? told('list of authors', authorsOf, papers.length / 2 + 1) : []),
  ];
}

/** Everything about a digest that was read which may be understood in two ways. Pure; takes linear time. */
export const doubtsOf = (capture: Capture, parsed: ParsedDigest): Diagnostic[] =>
  [swallowed, listing, bare, long, alike].flatMap((kind) => kind(capture, parsed));
