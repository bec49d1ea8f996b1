/** Searches that a reader keeps, and what they have found since they were looked at last. */
import type { Value } from './register.ts';

/** What was found when it was looked at last: the day of the newest paper, and which papers of that day there were. */
export interface Looked {
  readonly day: string;
  readonly ids: readonly string[];
}

/** Of a paper that was found, what this needs. */
export interface Found {
  readonly id: string;
  /** ISO date of its first listing. */
  readonly date: string;
}

/** Reads what is kept of a search. */
export function lookedIn(value: Value): Looked | undefined {
  if (!Array.isArray(value)) return undefined;
  const [day = '', ...ids] = value.map(String);
  return { day, ids };
}

/** What is to be kept of a search once its results were looked at. */
export function lookedAt(found: readonly Found[]): string[] {
  const day = found.reduce((newest, { date }) => (date > newest ? date : newest), '');
  return [day, ...found.flatMap(({ id, date }) => (date === day ? [id] : []))];
}

/** The papers that have been listed since. */
export const since = <Paper extends Found>(
  found: readonly Paper[],
  { day, ids }: Looked,
): Paper[] => found.filter(({ id, date }) => date > day || (date === day && !ids.includes(id)));
