import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { papersFolder } from '../entries/files.ts';
import type { StoredEntry } from '../entries/sync.ts';
import { findDamage, isDamaged } from '../text/damage.ts';
import { renderAbstract } from '../text/render.ts';

/** Longest piece of an abstract to quote in a message, in characters. */
const longestQuote = 60;

const quote = (text: string): string =>
  text.length > longestQuote ? `\`${text.slice(0, longestQuote)}…\`` : `\`${text}\``;

/**
 * Notices on the abstracts of entries: TeX that was lost, and formulas that cannot be typeset.
 *
 * @param entries the entries of the archive
 */
export function textNotices(entries: readonly StoredEntry[]): Diagnostic[] {
  return entries.flatMap(({ entry: { id, body } }) => {
    const where = { file: `${papersFolder}/${id}.md` };
    const { text, problems } = renderAbstract(body);
    const notices = problems.map(({ formula, why }) =>
      diagnostic('entry/formula', where, { formula: quote(formula), why }),
    );
    if (!isDamaged(text)) return notices;
    const places = findDamage(text);
    const first = places.slice(0, 3).map((place) => `${quote(place.text)} (${place.why})`);
    const facts = { count: places.length, first: first.join(', ') };
    return [...notices, diagnostic('entry/damaged', where, facts)];
  });
}
