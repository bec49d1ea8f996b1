/** What a line of a page can be to the parser: finer than the kinds of its account. */
import type { LineKind } from '../model.ts';

/** Each state, and the kind that it is reported as. */
export const kindOf = {
  banner: 'banner',
  date: 'date',
  title: 'title',
  /** A further line of a wrapped title. */
  titleMore: 'title',
  /** Boilerplate between a title and its abstract. */
  inside: 'meta',
  abstract: 'abstract',
  /** A further line of a wrapped paragraph. */
  wrap: 'abstract',
  /** The first line of a further paragraph of an abstract. */
  paragraph: 'abstract',
  /** Boilerplate between an abstract and the next title. */
  outside: 'meta',
  footer: 'footer',
  unaccounted: 'unaccounted',
} as const satisfies Readonly<Record<string, LineKind>>;

export type State = keyof typeof kindOf;

/** In the order of the decoder. */
export const states: readonly State[] = [
  'banner',
  'date',
  'title',
  'titleMore',
  'inside',
  'abstract',
  'wrap',
  'paragraph',
  'outside',
  'footer',
  'unaccounted',
];

/** Whether a line of this state is text of an abstract. */
export const isAbstract = (state: State | undefined): boolean =>
  state !== undefined && kindOf[state] === 'abstract';

/** Whether a line of this state is text of a title. */
export const isTitle = (state: State | undefined): boolean =>
  state !== undefined && kindOf[state] === 'title';
