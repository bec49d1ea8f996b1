import { entryFile, recordFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Records } from '../entries/records/apply.ts';
import { shownAbstract, type Captured } from '../entries/shown.ts';
import { damageOf } from '../text/damage.ts';
import { renderTitle, type FormulaProblem } from '../text/render.ts';
import type { StoredEntry } from '../entries/model.ts';

/** Longest piece of an abstract to quote in a message, in characters. */
const longestQuote = 60;

const quote = (text: string): string =>
  text.length > longestQuote ? `\`${text.slice(0, longestQuote)}…\`` : `\`${text}\``;

const formulaNotices = (problems: readonly FormulaProblem[], where: { file: string }) =>
  problems.map(({ formula, why }) =>
    diagnostic('entry/formula', where, { formula: quote(formula), why }),
  );

/**
 * Notices on the title of an entry and on the abstract that its page shows, its own or its record's: TeX that was
 * lost, and formulas that cannot be typeset.
 *
 * @param records what is known of originals
 * @param captured what the digests have, if it was edited
 */
export function textNotices(
  stored: StoredEntry,
  records: Records = new Map(),
  captured?: Captured,
): Diagnostic[] {
  const { id, data } = stored.entry;
  const file = entryFile(id);
  const { abstract, record } = shownAbstract(stored, captured, records);
  const where = { file: record ? recordFile(record.id) : file };
  const notices = [
    ...formulaNotices(renderTitle(data.title).problems, { file }),
    ...formulaNotices(abstract.problems, where),
  ];
  const damage = damageOf(data.title, abstract.text);
  for (const place of ['title', 'abstract'] as const) {
    const found = damage.filter(({ where }) => where === place);
    if (found.length === 0) continue;
    const first = found.slice(0, 3).map(({ text, why }) => `${quote(text)} (${why})`);
    const facts = { place, count: found.length, first: first.join(', ') };
    const at = place === 'title' ? { file } : where;
    notices.push(diagnostic('entry/damaged', at, facts));
  }
  return notices;
}
