/** What the page says above the results of what was found, and how. Pure. */
import * as words from '#words/search.ts';
import { papers } from '#words/common.ts';
import { writeAddress, type SearchState } from '../address.ts';
import type { Answer, Part, Pasted } from '../answer.ts';

export interface Note {
  readonly kind: 'correction' | 'pasted' | 'synonym' | 'loosened';
  readonly parts: readonly Part[];
  /** Search for what was typed instead. */
  readonly instead?: { readonly text: string; readonly address: string };
}

const plain = (text: string): Part => ({ text, mark: false });

/** What is said of what is not here: its names, so many. */
const mostMissing = 5;
const longestName = 120;

const shortened = (text: string): string =>
  text.length > longestName ? `${text.slice(0, longestName).trimEnd()}…` : text;

/** What was pasted and is not in the archive; of a list, how much of it is. */
function pastedParts(pasted: readonly Pasted[]): Part[] {
  const missing = pasted.filter(({ here }) => !here);
  const names = missing
    .slice(0, mostMissing)
    .flatMap(({ text }, at) => [
      ...(at === 0 ? [] : [plain('; ')]),
      { text: shortened(text), mark: true },
    ]);
  const more =
    missing.length > mostMissing ? [plain(words.andMore(missing.length - mostMissing))] : [];
  if (missing.length === 0) {
    return pasted.length > 1 ? [plain(words.allHere(pasted.length))] : [];
  }
  if (pasted.length === 1) {
    const unsure = missing.some((one) => one.unsure);
    return [...names, plain(unsure ? words.notKnown : words.notHere)];
  }
  const here = pasted.length - missing.length;
  return [plain(words.someHere(here, pasted.length)), ...names, ...more];
}

/** How much was found: `30 papers`, or `30 papers, 3 with all the words`. */
export function foundOf({ total, whole = total }: Pick<Answer, 'total' | 'whole'>): string {
  const found = papers(total);
  if (whole === total || whole === 0) return found;
  return words.withAllWords(found, whole);
}

/**
 * The notes of an answer.
 *
 * @returns in the order in which they are shown: what was searched for instead of what was typed, what was pasted and is
 *   not here, what
 *   was searched for as well, and that nothing holds all that was asked for
 */
export function notesOf(
  state: SearchState,
  {
    total,
    whole,
    loosened = whole === 0 ? 'words' : undefined,
    correction,
    pasted = [],
    synonyms,
  }: Pick<Answer, 'total' | 'whole' | 'loosened' | 'correction' | 'pasted' | 'synonyms'>,
): Note[] {
  const notes: Note[] = [];
  if (correction !== undefined) {
    notes.push({
      kind: 'correction',
      parts: [plain(words.showingFor), ...correction.parts],
      instead: {
        text: state.query,
        address: writeAddress({ ...state, verbatim: true }),
      },
    });
  }
  const parts = pastedParts(pasted);
  if (parts.length > 0) notes.push({ kind: 'pasted', parts });
  if (total === 0) return notes;
  const also = [...new Set(synonyms.map(({ also: name, typed }) => `${name} (${typed})`))];
  if (also.length > 0) {
    notes.push({ kind: 'synonym', parts: [plain(words.alsoFor(also.join(', ')))] });
  }
  if (loosened) notes.push({ kind: 'loosened', parts: [plain(words.closest[loosened])] });
  return notes;
}

/** What a screen reader is told of an answer. */
export function announcementOf(found: string, notes: readonly Note[]): string {
  const said = (kind: Note['kind']): string | undefined =>
    notes
      .find((note) => note.kind === kind)
      ?.parts.map(({ text }) => text)
      .join('');
  const correction = said('correction');
  const pasted = said('pasted');
  const named = pasted === undefined ? found : `${pasted} ${found}`;
  const what = correction === undefined ? named : `${correction}: ${named}`;
  const loosened = said('loosened');
  return loosened === undefined ? what : `${what}. ${loosened}`;
}
