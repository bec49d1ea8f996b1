/** From states of lines to papers: which lines are whose. */
import type { CapturedPaper } from '../model.ts';
import { factsOf } from './facts.ts';
import { unexpanded } from './decoration.ts';
import { joinLines } from './join.ts';
import type { TextLine } from './layout.ts';
import { isAbstract, type State } from './states.ts';

/** The lines of one paper. */
export interface PaperLines {
  readonly title: TextLine[];
  /** One list of lines a paragraph. */
  readonly paragraphs: TextLine[][];
  /** Boilerplate of the paper, before and after its text. */
  readonly boilerplate: TextLine[];
}

const isNumber = (line: TextLine | undefined): boolean => line?.boilerplate?.fact === 'number';

const isLogin = ({ text }: TextLine): boolean => /\/login\?next=/.test(text.slice(0, 200));

const isOfPaper = ({ boilerplate }: TextLine): boolean => boilerplate?.side !== 'between';

/** Which boilerplate opens a paper on this page. */
interface Habits {
  /** What kinds of boilerplate stand before the first title. */
  readonly openings: ReadonlySet<string>;
  /** Whether a bare number, its votes, stands right before the first title. */
  readonly votesFirst: boolean;
}

function opens(line: TextLine, { openings }: Habits): boolean {
  const { boilerplate } = line;
  if (isLogin(line) || boilerplate?.fact === 'submitter') return true;
  return (
    (boilerplate?.side === 'before' || boilerplate?.side === 'either') &&
    openings.has(boilerplate.what)
  );
}

/**
 * Where, in the boilerplate between two papers, that of the later one begins.
 *
 * @returns index into `run`; its length if all of it belongs to the earlier paper
 */
function splitOf(run: readonly TextLine[], habits: Habits): number {
  const opening = run.findIndex((line) => opens(line, habits));
  const from = opening < 0 ? run.length : opening;
  if (!habits.votesFirst) return from;
  const last = run.findLastIndex((line) => !isLogin(line));
  return isNumber(run[last]) ? Math.min(from, last) : from;
}

/** Learns from the first paper what stands before titles. */
function habitsOf(lines: readonly TextLine[], path: readonly State[]): Habits {
  const openings = new Set<string>();
  let votesFirst: boolean | undefined;
  const title = path.indexOf('title');
  for (let index = title - 1; index >= 0 && path[index] === 'outside'; index--) {
    const line = lines[index];
    if (!line) break;
    if (line.boilerplate) openings.add(line.boilerplate.what);
    if (!isLogin(line)) votesFirst ??= isNumber(line);
  }
  return { openings, votesFirst: votesFirst ?? false };
}

/** Shares the lines out to their papers, in the order of the capture. */
export function shareOut(lines: readonly TextLine[], path: readonly State[]): PaperLines[] {
  const papers: PaperLines[] = [];
  const habits = habitsOf(lines, path);
  let run: TextLine[] = [];
  let paper: PaperLines | undefined;
  const close = (titleFollows: boolean): void => {
    const from = titleFollows ? (paper ? splitOf(run, habits) : 0) : run.length;
    paper?.boilerplate.push(...run.slice(0, from).filter(isOfPaper));
    run = run.slice(from).filter(isOfPaper);
  };
  lines.forEach((line, index) => {
    const state = path[index];
    if (state === 'inside' || state === 'outside') {
      run.push(line);
    } else if (state === 'title') {
      close(true);
      paper = { title: [line], paragraphs: [], boilerplate: run };
      papers.push(paper);
      run = [];
    } else if (state === 'titleMore') {
      paper?.title.push(line);
    } else if (isAbstract(state)) {
      close(false);
      run = [];
      if (state === 'wrap') paper?.paragraphs.at(-1)?.push(line);
      else paper?.paragraphs.push([line]);
    } else {
      close(false);
      run = [];
      paper = undefined;
    }
  });
  close(false);
  return papers;
}

/**
 * What a page says of one paper.
 *
 * @param hyphens whether the page's text is broken after hyphens
 */
export function capturedPaper(
  { title, paragraphs, boilerplate }: PaperLines,
  hyphens: boolean,
): CapturedPaper {
  const numbers = [...title, ...paragraphs.flat(), ...boilerplate].map(({ number }) => number);
  const first = title[0]?.number ?? 1;
  const lowest = numbers.reduce((one, other) => Math.min(one, other), first);
  const highest = numbers.reduce((one, other) => Math.max(one, other), first);
  const texts = paragraphs.map((lines) =>
    unexpanded(
      joinLines(
        lines.map(({ numbering, opening, text }, at) => numbering + (at > 0 ? opening : '') + text),
        hyphens,
      ),
    ),
  );
  return {
    title: joinLines(
      title.map(({ text }) => text),
      hyphens,
    ),
    ...(texts.length === 0 ? {} : { abstract: texts.join('\n\n') }),
    notation: 'plain',
    lines: [lowest, highest],
    facts: factsOf(boilerplate, (line) => line.number < first),
  };
}
