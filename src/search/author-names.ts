/** Whether a name as readers type it, `G. Hinton`, `Hinton, G.`, `hinton`, is an author's. Pure. */
import { fold } from '../text/letters.ts';

/** Words of a name; `G.E.` has two, `Jean-Baptiste` too. */
const piece = /[\p{L}\p{N}]+/gu;
const elision = /['\u2019]/g;

const piecesOf = (name: string): string[] => fold(name.replaceAll(elision, '')).match(piece) ?? [];

/** Of `Hinton GE` the initials. */
const initials = /^(?:\p{Lu}\.?){1,3}$/u;

interface Typed {
  readonly given: readonly string[];
  readonly last: readonly string[];
}

/** Given and last name; the last alone if there is but one word. */
function takenApart(typed: string): Typed {
  const [before = '', ...after] = typed.split(',');
  if (after.length > 0 && piecesOf(before).length > 0) {
    return { last: piecesOf(before), given: piecesOf(after.join(' ')) };
  }
  const all = typed.trim().split(/\s+/);
  const [first = '', ...rest] = all;
  const end = rest.at(-1) ?? '';
  if (initials.test(end) && piecesOf(first).join('').length > 3) {
    const letters = end.match(/\p{L}/gu) ?? [];
    return { last: piecesOf(all.slice(0, -1).join(' ')), given: letters.map(fold) };
  }
  const pieces = piecesOf(typed);
  return { given: pieces.slice(0, -1), last: pieces.slice(-1) };
}

/** `G` for `Geoffrey`, and the other way round. */
const sameGiven = (a: string, b: string): boolean =>
  a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);

/**
 * The first given name has to be there, and of further ones none that is different. An initial is that of the first;
 * by a whole name people go who have others before it.
 */
function sameGivens(typed: readonly string[], own: readonly string[]): boolean {
  let place = 0;
  for (const [at, name] of typed.entries()) {
    const found = own.findIndex(
      (other, after) =>
        after >= place && (at > 0 || after === 0 || name.length > 1) && sameGiven(name, other),
    );
    if (found >= 0) place = found + 1;
    else if (at === 0 || place < own.length) return false;
  }
  return true;
}

const endsWith = (all: readonly string[], end: readonly string[]): boolean =>
  end.length > 0 && all.slice(-end.length).join(' ') === end.join(' ');

/**
 * How well a typed name fits an author's.
 *
 * `G. Hinton`, `Geoffrey Hinton`, `Hinton, G.`, `Hinton GE` and `hinton` fit "Geoffrey E. Hinton" and "G. Hinton"; a
 * whole name fits in either order, as East Asian names come in both.
 *
 * @returns `name` if the last name is his; `word` if it is another of his names; `beginning` if his last name begins so
 */
export function authorFits(
  typed: string,
  author: string,
): 'name' | 'word' | 'beginning' | undefined {
  const own = piecesOf(author);
  const { given, last } = takenApart(typed);
  const [surname = ''] = last.slice(-1);
  if (surname === '' || own.length === 0) return undefined;
  const all = [...given, ...last];
  if (all.length === 1) {
    // `LeCun` is `Le Cun`, too.
    if (own.at(-1) === surname || own.slice(-2).join('') === surname) return 'name';
    if (own.includes(surname)) return 'word';
    return surname.length > 2 && own.some((word) => word.startsWith(surname))
      ? 'beginning'
      : undefined;
  }
  if (endsWith(own, last) && sameGivens(given, own.slice(0, -last.length))) return 'name';
  const whole = all.every((word) => word.length > 1);
  if (whole && all.length === own.length && all.toSorted().join() === own.toSorted().join()) {
    return 'name';
  }
  const [unfinished = ''] = own.slice(-1);
  return last.length === 1 &&
    surname.length > 2 &&
    unfinished.startsWith(surname) &&
    sameGivens(given, own.slice(0, -1))
    ? 'beginning'
    : undefined;
}
