/** Fits the weights of the decoder: M. Collins's structured perceptron, averaged (EMNLP 2002). */
import { columnOf, decode, movesOf, type Weights } from '../../src/digest/plain/decoder.ts';
import { featuresOfLine, featuresOfSeam } from '../../src/digest/plain/observation.ts';
import { bareCost, bareTitles, preparedPage, readPage } from '../../src/digest/plain/page.ts';
import { isAbstract, type State } from '../../src/digest/plain/states.ts';
import type { Labelled } from './layouts.ts';

type Tables = Record<'emission' | 'transition' | 'seam', Record<string, Record<string, number>>>;

/** The states of the lines that are not blank. */
const told = ({ states }: Labelled): State[] =>
  states.flatMap((state) => (state === undefined ? [] : [state]));

/** Adds the features of a path to tables of weights. */
function add(
  sums: Tables,
  start: Tables,
  reach: number,
  { lines, layout }: ReturnType<typeof preparedPage>,
  path: readonly State[],
  bare: number,
  rate: number,
): void {
  const put = (table: keyof Tables, row: string, name: string, value: number): void => {
    const weights = sums[table][row];
    const weight = weights?.[name];
    if (weights === undefined || weight === undefined) return;
    const from = start[table][row]?.[name] ?? 0;
    const nearest = Math.min(from + reach, Math.max(from - reach, weight + value));
    // Steps never cost less than nothing: the decoder counts on that.
    weights[name] = table === 'emission' ? nearest : Math.max(0, nearest);
  };
  path.forEach((state, index) => {
    const line = lines[index];
    const from = path[index - 1];
    for (const [name, value] of featuresOfLine(lines, index))
      put('emission', state, name, rate * value);
    if (!line || from === undefined) return;
    put('transition', from, columnOf(state, line), rate);
    const moves = movesOf(from, state);
    for (const [move, features] of featuresOfSeam(lines, layout, index, bare))
      if (moves.includes(move))
        for (const [name, value] of features) put('seam', move, name, rate * value);
  });
}

/** Tables of the same rows and names, with other numbers. */
function mapped(
  { emission, transition, seam }: Pick<Weights, keyof Tables>,
  change: (table: keyof Tables, row: string, name: string, value: number) => number,
): Tables {
  const table = (which: keyof Tables, rows: Weights[keyof Tables]): Tables[keyof Tables] =>
    Object.fromEntries(
      Object.entries(rows).map(([row, weights]) => [
        row,
        Object.fromEntries(
          Object.entries(weights).map(([name, value = 0]) => [
            name,
            change(which, row, name, value),
          ]),
        ),
      ]),
    );
  return {
    emission: table('emission', emission),
    transition: table('transition', transition),
    seam: table('seam', seam),
  };
}

/**
 * Fits weights on digests, in their order: each that is read wrongly makes what was found dearer, what is true cheaper.
 *
 * @param start the weights to begin with; what has none gets none
 * @param rate by how much, in nats
 * @param reach how far a weight may go from where it began, in nats: what made-up digests lack is not unlearned
 */
export function fitted<Start extends Weights>(
  start: Start,
  digests: readonly Labelled[],
  rate: number,
  rounds: number,
  reach: number,
): Start {
  const from = mapped(start, (_, __, ___, value) => value);
  const weights = structuredClone(from);
  let sum = mapped(weights, () => 0);
  let count = 0;
  for (let round = 0; round < rounds; round++)
    for (const digest of digests) {
      const page = preparedPage(digest.lines);
      const states = told(digest);
      const bare = bareCost(bareTitles(states));
      const path = decode(page.lines, page.layout, bare, { ...start, ...weights });
      if (path.some((state, index) => state !== states[index])) {
        add(weights, from, reach, page, path, bare, rate);
        add(weights, from, reach, page, states, bare, -rate);
      }
      sum = mapped(sum, (table, row, name, value) => value + (weights[table][row]?.[name] ?? 0));
      count++;
    }
  return {
    ...start,
    ...mapped(sum, (_, __, ___, value) => Math.round((value / count) * 1000) / 1000),
  };
}

/** How digests are read: shares of lines of the right kind, of papers whose lines are all right, of whole digests. */
export function accuracy(
  digests: readonly Labelled[],
  weights: Weights,
): { lines: number; papers: number; digests: number } {
  let [lines, right, papers, whole, digestsWhole] = [0, 0, 0, 0, 0];
  for (const digest of digests) {
    const { path } = readPage(digest.lines, weights);
    const states = told(digest);
    const same = states.map(
      (state, index) => state === path[index] || (isMeta(state) && isMeta(path[index])),
    );
    lines += same.length;
    right += same.filter(Boolean).length;
    if (same.every(Boolean)) digestsWhole++;
    states.forEach((state, index) => {
      if (state !== 'title') return;
      papers++;
      const next = states.findIndex((other, at) => at > index && !isOfOne(other));
      if (same.slice(index, next < 0 ? undefined : next).every(Boolean)) whole++;
    });
  }
  return { lines: right / lines, papers: whole / papers, digests: digestsWhole / digests.length };
}

/** Whether a line goes on with the paper whose title stands before it. */
const isOfOne = (state: State): boolean =>
  state === 'titleMore' || state === 'inside' || isAbstract(state);

/** Facts of a paper before and behind its abstract are the same to people. */
const isMeta = (state: State | undefined): boolean => state === 'inside' || state === 'outside';
