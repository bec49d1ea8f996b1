/**
 * What is new since a reader's last visit, by the days on which digests listed it: when a digest was put into the
 * archive no page says. Pure but for the storage that is handed in.
 */

/** What is known of a reader's visits. */
export interface Visits {
  /** The newest day that they could have seen when the visit before this one ended; empty on the first visit. */
  readonly since: string;
  /** The newest day that they could have seen by now. */
  readonly latest: string;
  /** When they last looked at a list, in milliseconds since 1970. */
  readonly at: number;
}

/** Who looks again after so many milliseconds, visits again: four hours. */
const apart = 4 * 60 * 60 * 1000;

export const visitsKey = 'visits';

/** Reads what was kept; undefined if there is nothing of the kind. */
export function readVisits(kept: string | null): Visits | undefined {
  const [, since = '', latest, at] =
    /^(\d{4}-\d\d-\d\d)? (\d{4}-\d\d-\d\d) (\d+)$/.exec(kept ?? '') ?? [];
  return latest === undefined ? undefined : { since, latest, at: Number(at) };
}

export const writeVisits = ({ since, latest, at }: Visits): string => `${since} ${latest} ${at}`;

/**
 * A list is looked at.
 *
 * @param newest the newest day of which it has papers
 * @param now in milliseconds since 1970
 */
export function look(before: Visits | undefined, newest: string, now: number): Visits {
  if (before === undefined) return { since: '', latest: newest, at: now };
  const since = now - before.at > apart ? before.latest : before.since;
  return { since, latest: newest > before.latest ? newest : before.latest, at: now };
}

/** All that there is has been seen. */
export const markSeen = (visits: Visits): Visits => ({ ...visits, since: visits.latest });

/**
 * The day of each paper of a list.
 *
 * @param days as `PaperList.astro` says them: `2025-03-11:4 2025-03-03 -:2`; empty for none
 */
export const eachDay = (days: string): string[] =>
  Array.from(days.matchAll(/(\d\S{9}|-)(?::(\d+))?/g)).flatMap(([, day = '', count = '1']) =>
    Array.from({ length: Number(count) }, () => (day === '-' ? '' : day)),
  );
