/** Nothing is written that does not read back as what was meant. Pure. */
import { isDeepStrictEqual } from 'node:util';
import type { Entry } from './model.ts';
import { isEdited } from './origin.ts';
import { parseEntry } from './parse.ts';

/**
 * Whether a file text that the loader made says what it was made of, to the last field, and counts as unedited.
 *
 * @param text what `serialiseEntry` gives for `meant`
 * @returns undefined if so; else why not, in words for a message
 */
export function misreading(text: string, meant: Pick<Entry, 'data' | 'body'>): string | undefined {
  if (!text.isWellFormed()) return 'it holds half of a character';
  const reading = parseEntry('', '', text);
  if (!reading.ok) return reading.problems[0]?.what.replace(/\.$/, '') ?? 'it cannot be read';
  const { origin, ...data } = reading.entry.data;
  if (isEdited(text, origin)) return 'it would count as edited';
  if (reading.entry.body !== meant.body) return 'the abstract would be read otherwise';
  const { origin: _, ...wanted } = meant.data;
  // Through the serialiser once more: fields without a value are none.
  // Through JSON: a field without a value is none.
  const same = isDeepStrictEqual(data, JSON.parse(JSON.stringify(wanted)));
  return same ? undefined : 'a field would be read otherwise';
}
