/** What speaks of entries that are not there: records, notes, and lines of `papers/.removed`. Pure. */
import { noteFile, papersFolder, recordFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Records } from '../entries/records/apply.ts';
import { type EntriesReading } from '../entries/files.ts';
import { placeKey } from '../entries/identity.ts';
import { listingOf } from '../entries/merge.ts';
import type { Placement } from '../entries/placing.ts';

/** Notices of records and notes without an entry, and of marks of removal that remove nothing. */
export function leftoverNotices(
  { entries, unreadable, removed }: Pick<EntriesReading, 'entries' | 'unreadable' | 'removed'>,
  placements: readonly Placement[],
  records: Records,
  notes: readonly string[] = [],
): Diagnostic[] {
  const names = new Set([
    ...entries.flatMap(({ entry: { id, data } }) => [id, ...(data.aliases ?? [])]),
    ...unreadable.map(({ id }) => id),
  ]);
  const marks = new Set(
    placements.flatMap(({ id, digest, paper, removed: gone }) =>
      gone ? [id, placeKey(listingOf({ digest, paper })), paper.facts.arxiv] : [],
    ),
  );
  return [
    ...[...removed]
      .filter((mark) => !marks.has(mark))
      .map((mark) =>
        diagnostic('entry/removes-nothing', { file: `${papersFolder()}/.removed` }, { mark }),
      ),
    ...[...records.keys()]
      .filter((id) => !names.has(id))
      .map((id) => diagnostic('record/no-entry', { file: recordFile(id) })),
    ...notes
      .filter((id) => !names.has(id))
      .map((id) => diagnostic('note/no-entry', { file: noteFile(id) })),
  ];
}
