/** Where suggestions come from: the index, and files of topics and authors. */
import * as words from '#words/suggestions.ts';
import * as common from '#words/common.ts';
import { withBase } from '../../../base.ts';
import { searchFor } from '../../address.ts';
import { SearchEngine } from '../../engine.ts';
import { matchNames } from '../../suggest/match.ts';
import type { SuggestFile } from '../../suggest/suggest-files.ts';
import { connect } from '../connect.ts';
import type { Suggest, Suggestion, SuggestionGroup } from './combobox.ts';
import { authorsNear, least, suggestFile } from './known.ts';

const most = { papers: 6, topics: 3, authors: 3 } as const;

/** How long topics and authors wait for papers, so that the list does not move under the reader, in milliseconds. */
const patience = 350;

const engine = new SearchEngine(async () => {
  const { associated: _, ...connection } = await connect();
  return connection;
});
function topics({ topics: all }: SuggestFile, query: string): Suggestion[] {
  const named = all.map(([id, name, papers]) => ({ id, name, papers }));
  return matchNames(query, named, most.topics).map(({ id, name, papers }) => ({
    label: name,
    href: withBase(`topics/${id}/`),
    detail: common.papers(papers),
  }));
}

async function authors(known: SuggestFile, query: string): Promise<Suggestion[]> {
  const named = await authorsNear(known, query);
  return matchNames(query, named, most.authors).map(({ id, name, papers }) => ({
    label: name,
    href: withBase(`authors/${id}/`),
    detail: common.papers(papers),
  }));
}

async function papers(query: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await engine.search(searchFor(query), signal);
  signal.throwIfAborted();
  return (await answer.hits(most.papers))
    .slice(0, most.papers)
    .map(({ id, title }) => ({ label: title, href: withBase(`papers/${id}/`) }));
}

const nothing = (): Suggestion[] => [];

/** Topics and authors; without a network, none. */
async function names(query: string): Promise<readonly Suggestion[][]> {
  try {
    const known = await suggestFile();
    return [topics(known, query), await authors(known, query).catch(nothing)];
  } catch {
    return [[], []];
  }
}

function groups(
  found: readonly Suggestion[],
  [named = [], written = []]: readonly Suggestion[][],
): SuggestionGroup[] {
  return [
    { name: words.papers, suggestions: found },
    { name: words.topics, suggestions: named },
    { name: words.authors, suggestions: written },
  ];
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Suggestions for a query. What cannot be loaded is left out: the search page says why. */
export const suggest: Suggest = async (query, show, signal) => {
  const letters = query.replaceAll(/[^\p{L}\p{N}]/gu, '');
  // In Chinese, say, one letter is a word.
  if (letters.length < (/^[a-z0-9]*$/i.test(letters) ? least : 1)) {
    engine.prepare().catch(() => engine.reset());
    show([]);
    return;
  }
  let complete = false;
  const titles = papers(query, signal).catch(nothing);
  const named = names(query);
  const early = async (): Promise<void> => {
    await wait(patience);
    const some = await named;
    if (!complete && some.some(({ length }) => length > 0)) show(groups([], some));
  };
  void early();
  const found = await titles;
  const all = await named;
  complete = true;
  show(groups(found, all));
};
