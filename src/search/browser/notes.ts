/** What the page says above the results of how they were found. Pure. */
import { writeAddress, type SearchState } from '../address.ts';
import type { Answer, Part } from '../answer.ts';

export interface Note {
  readonly kind: 'correction' | 'synonym' | 'loosened';
  readonly parts: readonly Part[];
  /** Search for what was typed instead. */
  readonly instead?: { readonly text: string; readonly address: string };
}

const plain = (text: string): Part => ({ text, mark: false });

const loosenedWords = {
  phrase: 'No paper has exactly that. These have its words.',
  words: 'No paper has all these words. These have some of them.',
} as const;

/**
 * The notes of an answer.
 *
 * @returns in the order in which they are shown: what was searched for instead of what was typed, what
 *   was searched for as well, and that a phrase was taken for its words
 */
export function notesOf(
  state: SearchState,
  {
    total,
    loosened,
    correction,
    synonyms,
  }: Pick<Answer, 'total' | 'loosened' | 'correction' | 'synonyms'>,
): Note[] {
  const notes: Note[] = [];
  if (correction !== undefined) {
    notes.push({
      kind: 'correction',
      parts: [plain('Showing results for '), ...correction.parts],
      instead: {
        text: state.query,
        address: writeAddress({ ...state, verbatim: true }),
      },
    });
  }
  if (total === 0) return notes;
  const also = [...new Set(synonyms.map(({ also: name, typed }) => `${name} (${typed})`))];
  if (also.length > 0) {
    notes.push({ kind: 'synonym', parts: [plain(`Also searched for: ${also.join(', ')}`)] });
  }
  if (loosened) notes.push({ kind: 'loosened', parts: [plain(loosenedWords[loosened])] });
  return notes;
}

/** What a screen reader is told of an answer. */
export function announcementOf(found: string, notes: readonly Note[]): string {
  const correction = notes.find(({ kind }) => kind === 'correction');
  if (correction === undefined) return found;
  return `${correction.parts.map(({ text }) => text).join('')}: ${found}`;
}
