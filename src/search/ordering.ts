/** The order of what was found. */
import type { SearchState } from './address.ts';
import { bagOfText } from './coverage.ts';
import { isOfText, type Clause } from './fields.ts';
import { isOrder } from './index/orders.ts';
import type { Opened } from './opened.ts';
import { closenessOf, exactness, wantedOf } from './rank.ts';
import type { Read } from './reading.ts';
import { words } from './searched-words.ts';
import type { Found } from './selection.ts';
import { plainTerm, type Term } from './terms.ts';

/** The first results, which are put in order by their titles: a page, and what may move up to it. */
const lookedInto = 12;

/** In an order that was chosen, or by relevance: then of the first, those whose titles answer best stand before the others. */
export async function orderPapers(
  { whole, partial, related }: Found & { readonly related: readonly number[] },
  { query, sort }: SearchState,
  { query: parsed, terms, named }: Read,
  { texts, index }: Opened,
): Promise<readonly number[]> {
  const wanted = sort === 'relevance' && query === '' && named.length === 0 ? 'date' : sort;
  if (wanted !== 'relevance') {
    const places = isOrder(wanted) ? await index.order(wanted) : undefined;
    const place = (paper: number): number => places?.get(paper) ?? Infinity;
    const by = (a: number, b: number): number =>
      // Two that have no place are equally far: their difference is no number.
      places ? place(a) - place(b) || b - a : wanted === 'date' ? b - a : a - b;
    return [whole, partial, related].flatMap((papers) => papers.toSorted(by));
  }
  const first = whole.filter((paper) => named.includes(paper));
  const all = [...whole.slice(first.length), ...partial];
  const fields = parsed.clauses.flat().filter(({ field }) => isOfText(field));
  const termsOf = (clauses: readonly Clause[]): Term[] =>
    clauses.flatMap(({ text }) => words(text).map(({ whole: word }) => plainTerm(word)));
  const inTitles = termsOf(fields.filter(({ field }) => field === 'title'));
  const meant = [...terms, ...termsOf(fields)];
  const mended = terms.map(({ options, typed }) => options[0]?.word ?? typed).join(' ');
  const asked = wantedOf([query, mended], inTitles.length > 0 ? inTitles : meant, meant);
  const ranked = await Promise.all(
    all.slice(0, lookedInto).map(async (paper, at) => {
      const text = await texts(paper);
      const close = closenessOf(asked, text.meta['title'] ?? '');
      // Of papers that lack words, those that hold more of them exactly are no better.
      const exact = at < whole.length || close > 0 ? exactness(asked, bagOfText(text)) : 0;
      return { paper, close: close + exact };
    }),
  );
  return [
    ...first,
    ...ranked.toSorted((a, b) => b.close - a.close).map(({ paper }) => paper),
    ...all.slice(lookedInto),
    ...related,
  ];
}
