/** The search page's line on searching offline. Loaded once there is an answer. */
import { find } from '../../search/browser/dom.ts';
import type { OfflineState } from '../messages.ts';
import { offeredCollections, persist } from './collections.ts';
import { megabytes, progressWords } from './words.ts';
import { offlineState, onState, tell } from './worker.ts';

const key = 'search';

function showIn(line: HTMLElement): void {
  const words = find(line, 'span', HTMLElement);
  const button = find(line, 'button', HTMLButtonElement);
  const show = (state: OfflineState | undefined, bytes?: number): void => {
    const search = state?.collections[key];
    button.hidden = search !== undefined || bytes === undefined;
    if (state?.mode === 'whole')
      words.textContent = 'Search works offline, too: this archive is kept on this device.';
    else if (search?.status === 'kept')
      words.textContent = 'Search works offline, too: it is kept on this device.';
    else if (search)
      words.textContent = `For searching offline: ${progressWords(search, state?.failure)}`;
    else if (bytes !== undefined)
      words.textContent = `Search can work offline, too: ${megabytes(bytes)}.`;
  };
  const start = async (): Promise<void> => {
    const [state, offered] = await Promise.all([offlineState(), offeredCollections()]);
    const bytes = offered.find((it) => it.key === key)?.bytes;
    show(state, bytes);
    onState((now) => show(now, bytes));
    button.addEventListener('click', () => {
      persist().catch(() => undefined);
      button.disabled = true;
      words.textContent = 'For searching offline: being fetched …';
      tell({ type: 'keep', key })
        .then((now) => show(now, bytes))
        .catch(() => {
          words.textContent = 'This browser does not let the archive keep anything.';
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
