/** Takes away what a search has found: all of it, or what is shown. */
import * as words from '#words/search.ts';
import { mostPapers, papersOnMap } from '../../map/browser/link.ts';
import type { Answer, Hit } from '../answer.ts';
import { button } from '../../browser/dom.ts';

/** What is shown of an answer. */
interface ShownResults {
  readonly answer: Answer;
  readonly shown: number;
}

const idsOf = (hits: readonly Hit[]): readonly string[] => hits.map(({ id }) => id);

/**
 * Puts the button at the end of what narrows the search, for as long as something is found.
 *
 * @param current what is shown now
 */
export function exportResults(root: ParentNode, current: () => ShownResults | undefined): void {
  const withFound = (use: (found: ShownResults) => Promise<void>) => (): void => {
    const found = current();
    if (found) void use(found);
  };
  const take = button(words.exportResults, withFound(open), { hidden: '', 'data-export': '' });
  const map = button(words.onMap, withFound(toMap), { hidden: '', 'data-map': '' });
  const results = root.querySelector('#results');
  root.querySelector('.side')?.append(take, map);
  if (!results) return;
  new MutationObserver(() => {
    take.hidden = current() === undefined || !root.querySelector('#results a[data-paper]');
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
