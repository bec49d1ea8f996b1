/** Which abstract of a paper is shown: a person's, its authors' own, or the digest's. */
import { entryFile } from '../archive-folder.ts';
import { recordOf, type Records } from './records/apply.ts';
import type { StoredRecord } from './records/parse.ts';
import { renderAbstract, type RenderedAbstract } from '../text/render.ts';
import { isEdited } from './origin.ts';
import { parseEntry } from './parse.ts';
import type { EditedEntry } from './sync.ts';
import type { StoredEntry } from './model.ts';

/** Title and abstract as plain text, as the digests have them. */
export interface Captured {
  readonly title: string;
  readonly text: string;
}

/** Title and abstract that the loader would write today, of each edited entry. */
export function capturedTexts(edited: readonly EditedEntry[]): Map<string, Captured> {
  return new Map(
    edited.flatMap(({ id, today }) => {
      const parsed = parseEntry(id, entryFile(id), today);
      if (!parsed.ok) return [];
      const { text } = renderAbstract(parsed.entry.body);
      return [[id, { title: parsed.entry.data.title, text }] as const];
    }),
  );
}

/** The abstract to show. */
export interface ShownAbstract {
  readonly abstract: RenderedAbstract;
  /** The record it is from; absent: it is the entry's own. */
  readonly record?: StoredRecord;
}

/**
 * Chooses the abstract to show: the entry's if a person has edited it, for what people edited is theirs;
 * else the original of its record; else the entry's, as the digest had it.
 *
 * @param stored the entry
 * @param captured its title and abstract as the digests have them, if it was edited
 * @param records what arXiv says, by entry
 */
export function shownAbstract(
  { entry: { id, data, body }, text }: StoredEntry,
  captured: Captured | undefined,
  records: Records,
): ShownAbstract {
  const own = renderAbstract(body);
  const untouched = !isEdited(text, data.origin) || captured?.text === own.text;
  const found = untouched ? recordOf(id, data, records) : undefined;
  const record = found?.body ? found : undefined;
  const abstract = record ? renderAbstract(record.body) : own;
  return { abstract, ...(record && { record }) };
}
