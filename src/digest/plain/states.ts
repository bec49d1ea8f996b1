/** What a line of a page can be to the parser: finer than the kinds of its account. */
import type { LineKind } from '../model.ts';

export const states = {
  banner: 0,
  date: 1,
  title: 2,
  /** A further line of a wrapped title. */
  titleMore: 3,
  /** Furniture between a title and its abstract. */
  inside: 4,
  abstract: 5,
  /** A further line of a wrapped paragraph. */
  wrap: 6,
  /** The first line of a further paragraph of an abstract. */
  paragraph: 7,
  /** Furniture between an abstract and the next title. */
  outside: 8,
  footer: 9,
  unaccounted: 10,
} as const;

export type State = (typeof states)[keyof typeof states];

export const allStates: readonly State[] = Object.values(states);

/** The kind that a state is reported as. */
export const kindOf: Readonly<Record<State, LineKind>> = {
  [states.banner]: 'banner',
  [states.date]: 'date',
  [states.title]: 'title',
  [states.titleMore]: 'title',
  [states.inside]: 'meta',
  [states.abstract]: 'abstract',
  [states.wrap]: 'abstract',
  [states.paragraph]: 'abstract',
  [states.outside]: 'meta',
  [states.footer]: 'footer',
  [states.unaccounted]: 'unaccounted',
};

/** Whether a line of this state is text of an abstract. */
export const isAbstract = (state: State | undefined): boolean =>
  state === states.abstract || state === states.wrap || state === states.paragraph;

/** Whether a line of this state is text of a title. */
export const isTitle = (state: State | undefined): boolean =>
  state === states.title || state === states.titleMore;
