/** The papers of the archive that a text names: by arXiv ids, DOIs, BibTeX, references. The search knows how. */
import { searchFor } from '../../search/address.ts';
import { connect } from '../../search/browser/connect.ts';
import { SearchEngine } from '../../search/engine.ts';

/** Characters asked for at a time, as many as the search's field takes. */
const longest = 18_000;

/** A text in pieces, each cut before an entry or a line. */
function* pieces(text: string): Generator<string> {
  for (let rest = text.trim(); rest !== '';) {
    const start = rest.slice(0, longest);
    const before = ['\n@', '\n\n', '\n'].map((mark) => start.lastIndexOf(mark));
    const cut = rest.length <= longest ? longest : (before.find((at) => at > 0) ?? longest);
    yield rest.slice(0, cut);
    rest = rest.slice(cut).trim();
  }
}

/**
 * Looks up what a text names.
 *
 * @returns ids of papers, and how many more it names
 * @throws {SearchError} if the index cannot be loaded
 */
export async function lookUp(text: string): Promise<{ papers: string[]; others: number }> {
  const engine = new SearchEngine(connect);
  const papers = new Set<string>();
  let others = 0;
  for (const piece of pieces(text)) {
    const answer = await engine.search(searchFor(piece));
    const { pasted = [] } = answer;
    const here = pasted.filter((item) => item.here).length;
    others += pasted.length - here;
    if (here > 0) for (const { id } of await answer.hits(here)) papers.add(id);
  }
  return { papers: [...papers], others };
}
