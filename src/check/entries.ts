import { entryFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/likely.ts';
import { titleKey } from '../digest/identity.ts';
import { withRecord, type Records } from '../entries/records/apply.ts';
import { placeInEntry } from '../entries/parse.ts';
import { marksOfEntry } from '../entries/marks.ts';
import type { StoredEntry } from '../entries/model.ts';

/**
 * Entries held against digests, topics and each other.
 *
 * @param digests ids of the digests that are there
 * @param topics ids of the topics
 * @param records what is known of the papers from elsewhere
 */
export function entryProblems(
  entries: readonly StoredEntry[],
  digests: ReadonlySet<string>,
  topics: ReadonlySet<string>,
  records: Records = new Map(),
): Diagnostic[] {
  const seen = new Map<string, string>();
  return entries.flatMap((stored) => {
    const { entry } = stored;
    const { id } = entry;
    const { data } = withRecord(entry, records);
    const problems: Diagnostic[] = [];
    for (const { digest } of data.digests) {
      if (!digests.has(digest))
        problems.push(diagnostic('entry/orphan', { file: entryFile(id) }, { digest }));
    }
    for (const [at, topic] of (data.topics ?? []).entries()) {
      if (topics.has(topic)) continue;
      const where = placeInEntry(entryFile(id), stored.text, ['topics', at]);
      const facts = { topic, meant: didYouMean(topic, topics) };
      problems.push(diagnostic('entry/unknown-topic', where, facts));
    }
    const keys: readonly (readonly [string, string | undefined])[] = [
      ['arXiv id', data.arxiv],
      ['DOI', data.doi?.toLowerCase()],
      // Two papers with different arXiv ids may share a title ("Editorial").
      ['title', data.arxiv === undefined ? keyOfTitle(stored, data.title) : undefined],
    ];
    for (const [key, value] of keys) {
      if (value === undefined) continue;
      const other = seen.get(`${key}:${value}`);
      if (other === undefined) seen.set(`${key}:${value}`, id);
      else
        problems.push(
          diagnostic('entry/duplicate', { file: entryFile(id) }, { key, other: entryFile(other) }),
        );
    }
    return problems;
  });
}

/** The key of a title, worked out before if it is the entry's own. */
const keyOfTitle = (stored: StoredEntry, title: string): string =>
  (title === stored.entry.data.title ? marksOfEntry(stored).known.keys?.title : undefined) ??
  titleKey(title);
