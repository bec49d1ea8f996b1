/** The costs of paths through a page: features of lines and of seams, times the weights of weights.json. */
import type { Layout, TextLine } from './layout.ts';
import { featuresOfLine, featuresOfSeam, type Feature, type Move } from './observation.ts';
import { isTitle, states, type State } from './states.ts';
import { cheapestPath, type Costs } from './viterbi.ts';
import data from './weights.json' with { type: 'json' };

type Table<Row extends string> = Readonly<
  Partial<Record<Row, Readonly<Partial<Record<string, number>>>>>
>;

/** Costs in nats: 0 is certain, 10 hardly ever. What has no weight costs nothing; a step that has none cannot be. */
export interface Weights {
  /** Of a page that begins in a state. */
  readonly initial: Readonly<Partial<Record<State, number>>>;
  /** Of a feature of a line in a state. */
  readonly emission: Table<State>;
  /** Of a step from the state of the row to that of the column: see `columnOf`. */
  readonly transition: Table<State>;
  /** Of a feature of a seam where a move is made: see `movesOf`. */
  readonly seam: Table<Move>;
}

/** The weights that are used: fitted by `npm run fit`, or set by hand. */
export const fitted: Weights = data;

/** A state that is stepped to, and whether what the line says is known to be of it. */
export function columnOf(to: State, { boilerplate }: TextLine): string {
  if (!boilerplate) return to;
  const { places, telling } = boilerplate;
  if (to === 'outside') return 'outside, known';
  if (to === 'footer') return places.includes('footer') ? 'footer, known' : to;
  if (to !== 'banner' || !places.includes('banner')) return to;
  if (telling) return 'banner, telling';
  return places.includes('footer') ? 'banner, shared' : 'banner, known';
}

/** Whether a line of a state has a title before it that still lacks its abstract. */
const isBare = (state: State): boolean => isTitle(state) || state === 'inside';

/** What happens where one state follows another. */
export function movesOf(from: State, to: State): Move[] {
  if (to === 'titleMore') return ['go on', 'respell'];
  if (to === 'wrap') return ['go on'];
  if (to === 'paragraph')
    return from === 'paragraph' ? ['new paragraph', 'short paragraph'] : ['new paragraph'];
  if (from === 'abstract') return ['leave abstract', 'short abstract'];
  if (from === 'paragraph') return ['leave abstract', 'short paragraph'];
  if (from === 'wrap') return ['leave abstract'];
  const ends = isBare(from) && (to === 'title' || to === 'date' || to === 'footer');
  return [
    ...(isTitle(from) ? (['leave title'] as const) : []),
    ...(ends ? (['no abstract'] as const) : []),
  ];
}

/** What may happen at a step, each list of moves once. */
const manners = [
  ...new Map(
    states
      .flatMap((from) => states.map((to) => movesOf(from, to)))
      .map((moves) => [moves.join(), moves]),
  ),
];

/** All steps, each at its number in the decoder. */
const steps = states.flatMap((from) =>
  states.map((to, column) => {
    const key = movesOf(from, to).join();
    return { from, column, manner: manners.findIndex(([name]) => name === key) };
  }),
);
const mannerAt = Uint8Array.from(steps, ({ manner }) => manner);

/** The weights of each feature in all states. */
function rowsOf(emission: Weights['emission']): Map<string, number[]> {
  const names = new Set(states.flatMap((state) => Object.keys(emission[state] ?? {})));
  return new Map(
    [...names].map((name) => [name, states.map((state) => emission[state]?.[name] ?? 0)]),
  );
}

const weigh = (
  features: readonly Feature[],
  weights: Readonly<Partial<Record<string, number>>> = {},
): number => features.reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0);

/** The costs of the lines of a page, one after the other; what is given for a line holds until the next is asked for. */
function costsBy(
  lines: readonly TextLine[],
  layout: Layout,
  bare: number,
  { emission, transition, seam }: Weights,
): (index: number) => Costs {
  const rows = rowsOf(emission);
  const costs = {
    emission: new Float64Array(states.length),
    transition: new Float64Array(steps.length),
  };
  const stepCosts = new Map<TextLine['boilerplate'], Float64Array>();
  /** The costs of all steps to a line, but for what happens there: they depend on what is known of the line alone. */
  const stepsTo = (line: TextLine): Float64Array => {
    const known = stepCosts.get(line.boilerplate);
    if (known) return known;
    const columns = states.map((to) => columnOf(to, line));
    const found = Float64Array.from(
      steps,
      ({ from, column }) => transition[from]?.[columns[column] ?? ''] ?? Infinity,
    );
    stepCosts.set(line.boilerplate, found);
    return found;
  };
  return (index) => {
    const line = lines[index];
    if (!line) return costs;
    costs.emission.fill(0);
    for (const [name, value] of featuresOfLine(lines, index))
      rows.get(name)?.forEach((weight, at) => {
        costs.emission[at] = (costs.emission[at] ?? 0) + value * weight;
      });
    if (!line.date) costs.emission[states.indexOf('date')] = Infinity;
    const found = featuresOfSeam(lines, layout, index, bare);
    const moved = new Map(found.map(([move, its]) => [move, weigh(its, seam[move])]));
    const happening = manners.map(([, moves]) =>
      moves.reduce((sum, move) => sum + (moved.get(move) ?? Infinity), 0),
    );
    stepsTo(line).forEach((cost, at) => {
      costs.transition[at] = cost + (happening[mannerAt[at] ?? 0] ?? 0);
    });
    return costs;
  };
}

/**
 * The likeliest states of the lines of a page.
 *
 * @param bare how dear a title without an abstract is, as a share of what it usually is
 */
export function decode(
  lines: readonly TextLine[],
  layout: Layout,
  bare: number,
  weights: Weights,
): State[] {
  const noAbstract = bare * (weights.seam['no abstract']?.title ?? 0);
  const path = cheapestPath(lines.length, {
    initial: states.map((state) => weights.initial[state] ?? Infinity),
    final: states.map((state) => (isBare(state) ? noAbstract : 0)),
    costsOf: costsBy(lines, layout, bare, weights),
  });
  return path.map((state) => states[state] ?? 'unaccounted');
}
