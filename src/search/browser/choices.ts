/** What can be chosen to narrow a search, from the counts of an answer. Pure. */
import type { Facet, Filters } from '../facets.ts';
import { byCodeUnits } from '../index/orders.ts';
import type { Counts } from '../selection.ts';
import { fold } from '../../text/letters.ts';

/** A value of a facet as the reader sees it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Papers that choosing it would show or add. */
  readonly count: number;
  readonly chosen: boolean;
}

/** Names a value of a facet. */
export type Label = (facet: Facet, value: string) => string;

/** Choices shown of a list that is not opened. */
export const few = 8;
/** Choices shown of a list that is opened: more are found by typing. */
export const many = 60;

/** Years from the last on; all else by the number of papers, digests of equal number from the newest on. */
function order(facet: Facet): (a: Choice, b: Choice) => number {
  if (facet === 'year') return (a, b) => byCodeUnits(b.value, a.value);
  if (facet === 'digest') return (a, b) => b.count - a.count || byCodeUnits(b.value, a.value);
  return (a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en');
}

/**
 * The choices of a facet.
 *
 * @param counts of the answer; what would find nothing is left out, unless it is chosen
 */
export function choicesOf(
  facet: Facet,
  counts: Counts,
  filters: Filters,
  label: Label,
): readonly Choice[] {
  const chosen = new Set(filters[facet]);
  const values = new Set([...Object.keys(counts), ...chosen]);
  return [...values]
    .map((value) => ({
      value,
      label: label(facet, value),
      count: counts[value] ?? 0,
      chosen: chosen.has(value),
    }))
    .filter((choice) => choice.count > 0 || choice.chosen)
    .toSorted(order(facet));
}

/** Whether a facet parts the results: one value that all of them have says nothing. */
export function tellsApart(choices: readonly Choice[], total: number): boolean {
  const [first] = choices;
  return choices.length > 1 || (first !== undefined && (first.chosen || first.count !== total));
}

/** What is shown of a facet's choices. */
export interface Shown {
  readonly choices: readonly Choice[];
  /** Choices that are not shown. */
  readonly rest: number;
}

/**
 * The choices that are shown.
 *
 * @param open whether the reader asked for all
 * @param needle letters that a label must hold, in any of its words
 */
export function shownOf(choices: readonly Choice[], open: boolean, needle = ''): Shown {
  const wanted = fold(needle.trim());
  const matching = choices.filter(({ label }) => fold(label).includes(wanted));
  const limit = open ? many : few;
  // A choice less is no shorter than the button that would show it.
  const first = matching.length <= limit + 1 ? matching.length : limit;
  const shown = matching.filter((choice, at) => at < first || (choice.chosen && wanted === ''));
  return { choices: shown, rest: matching.length - shown.length };
}
