import { slips } from '../text/distance.ts';

/**
 * The name that was most likely meant.
 *
 * @param typed what somebody wrote
 * @param names what they could have meant
 * @returns undefined if none is near: within two slips, and half of the word stands
 */
export function likelyName(typed: string, names: Iterable<string>): string | undefined {
  const word = typed.toLowerCase();
  const most = Math.min(2, Math.floor(word.length / 2));
  let best: { name: string; away: number } | undefined;
  for (const name of names) {
    const away = slips(word, name.toLowerCase(), most);
    if (away <= most && (best === undefined || away < best.away)) best = { name, away };
  }
  return best?.name;
}

/** ` (did you mean "topics"?)`, or nothing if no name is near. */
export function didYouMean(typed: string, names: Iterable<string>): string {
  const meant = likelyName(typed, names);
  return meant === undefined ? '' : ` (did you mean "${meant}"?)`;
}
