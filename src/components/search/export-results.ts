/** Takes away what a search has found: all of it, or what is shown. */
import * as words from '#words/search.ts';
import { mostPapers, papersOnMap } from '../../map/browser/link.ts';
import type { Hit } from '../../search/answer.ts';
import { shownResults, type ShownResults } from '../../search/browser/page.ts';
import { button } from '../../browser/dom.ts';

const idsOf = (hits: readonly Hit[]): readonly string[] => hits.map(({ id }) => id);

/** Puts the buttons at the end of what narrows the search, for as long as something is found. */
function exportResults(results: Element): void {
  const withFound = (use: (found: ShownResults) => Promise<void>) => (): void => {
    const found = shownResults();
    if (found) void use(found);
  };
  const take = button(words.exportResults, withFound(open), { hidden: '', 'data-export': '' });
  const map = button(words.onMap, withFound(toMap), { hidden: '', 'data-map': '' });
  document.querySelector('[data-finder] .side')?.append(take, map);
  new MutationObserver(() => {
    take.hidden = shownResults() === undefined || !results.querySelector('a[data-paper]');
    map.hidden = take.hidden;
  }).observe(results, { attributeFilter: ['data-state'] });
}

async function toMap({ answer }: ShownResults): Promise<void> {
  const hits = await answer.hits(Math.min(answer.total, mostPapers));
  location.assign(papersOnMap(idsOf(hits)));
}

async function open({ answer, shown }: ShownResults): Promise<void> {
  const { openExport } = await import('../../citation/browser/dialog.ts');
  const { total } = answer;
  const some = {
    label: words.resultsShown(shown),
    ids: async () => idsOf(await answer.hits(shown)),
  };
  const all = {
    label: words.allResults(total),
    ids: async () => idsOf(await answer.hits(total)),
  };
  openExport({ name: 'search', scopes: shown < total ? [some, all] : [all] });
}

const results = document.querySelector('#results');
if (results !== null) exportResults(results);
