/** Takes away what a search has found: all of it, or what is shown. */
import * as words from '#words/search.ts';
import { mostPapers, papersOnMap } from '../../map/browser/link.ts';
import type { Answer, Hit } from '../answer.ts';
import { make } from './dom.ts';

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
  const button = make(
    'button',
    { type: 'button', hidden: '', 'data-export': '' },
    words.exportResults,
  );
  const results = root.querySelector('#results');
  const map = make('button', { type: 'button', hidden: '', 'data-map': '' }, words.onMap);
  root.querySelector('.side')?.append(button, map);
  if (!results) return;
  new MutationObserver(() => {
    button.hidden = current() === undefined || !root.querySelector('#results a[data-paper]');
    map.hidden = button.hidden;
  }).observe(results, { attributeFilter: ['data-state'] });
  button.addEventListener('click', () => {
    const found = current();
    if (found) void open(found);
  });
  map.addEventListener('click', () => {
    const found = current();
    if (found) void toMap(found.answer);
  });
}

async function toMap(answer: Answer): Promise<void> {
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
