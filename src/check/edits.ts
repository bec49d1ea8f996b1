import { createTwoFilesPatch } from 'diff';
import { isDeepStrictEqual } from 'node:util';
import { entryFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseEntry } from '../entries/parse.ts';
import type { EditedEntry } from '../entries/sync.ts';

/** Fields that the loader itself keeps up. */
const ours = new Set(['digests', 'origin', 'aliases', 'corrections']);

/** Names of the fields in which an edited entry differs from what the loader would write; `abstract` for the body. */
function differingFields({ id, text, today }: EditedEntry): string[] {
  const mine = parseEntry(id, entryFile(id), text);
  const fresh = parseEntry(id, entryFile(id), today);
  if (!mine.ok || !fresh.ok) return [];
  const one = new Map<string, unknown>(Object.entries(mine.entry.data));
  const other = new Map<string, unknown>(Object.entries(fresh.entry.data));
  // A field that only the person filled is no difference: the digests say nothing about it.
  const fields = [...other.keys()].filter(
    (field) => !ours.has(field) && !isDeepStrictEqual(one.get(field), other.get(field)),
  );
  return mine.entry.body === fresh.entry.body ? fields : [...fields, 'abstract'];
}

/**
 * A notice for each edited entry that says something else than its digests give today.
 *
 * @param edited the plan's edited entries
 */
export function editNotices(edited: readonly EditedEntry[]): Diagnostic[] {
  return edited.flatMap((entry) => {
    const fields = differingFields(entry);
    if (fields.length === 0) return [];
    return [
      diagnostic('entry/differs', { file: entryFile(entry.id) }, { fields: fields.join(', ') }),
    ];
  });
}

/** Unified diffs from what the loader would write today to what the entry says. */
export function editDiffs(edited: readonly EditedEntry[]): string {
  return edited
    .filter((entry) => differingFields(entry).length > 0)
    .map(({ id, text, today }) => createTwoFilesPatch(`today/${id}.md`, entryFile(id), today, text))
    .join('\n');
}
