/** The search page's line on searching offline. Loaded once there is an answer. */
import * as words from '#words/offline.ts';
import { find } from '../../browser/dom.ts';
import type { OfflineState } from '../messages.ts';
import { offeredCollections, persist } from './collections.ts';
import { megabytes, progressWords } from './words.ts';
import { offlineState, onState, tell } from './worker.ts';

const key = 'search';

function showIn(line: HTMLElement): void {
  const told = find(line, 'span', HTMLElement);
  const button = find(line, 'button', HTMLButtonElement);
  const show = (state: OfflineState | undefined, bytes?: number): void => {
    const search = state?.collections[key];
    button.hidden = search !== undefined || bytes === undefined;
    if (state?.mode === 'whole') told.textContent = words.searchWhole;
    else if (search?.status === 'kept') told.textContent = words.searchKept;
    else if (search) told.textContent = words.forSearch(progressWords(search, state?.failure));
    else if (bytes !== undefined) told.textContent = words.searchCan(megabytes(bytes));
  };
  const start = async (): Promise<void> => {
    const [state, offered] = await Promise.all([offlineState(), offeredCollections()]);
    const bytes = offered.find((it) => it.key === key)?.bytes;
    show(state, bytes);
    onState((now) => show(now, bytes));
    button.addEventListener('click', () => {
      persist().catch(() => undefined);
      button.disabled = true;
      told.textContent = words.searchFetching;
      tell({ type: 'keep', key })
        .then((now) => show(now, bytes))
        .catch(() => {
          told.textContent = words.keepsNothing;
        })
        .finally(() => {
          button.disabled = false;
        });
    });
  };
  start().catch(() => undefined);
}

const line = document.querySelector<HTMLElement>('[data-offline-brief]');
if (line !== null && 'serviceWorker' in navigator) showIn(line);
