/** The page on reading offline: what is kept on this device, what more can be. */
import * as words from '#words/offline.ts';
import { find, make } from '../../browser/dom.ts';
import type { Collection } from '../packs/lists.ts';
import type { OfflineState, Request } from '../messages.ts';
import { offeredCollections, persist } from './collections.ts';
import { isAllowed } from './consent.ts';
import { Row, type Act } from './row.ts';
import { collectionName, megabytes, progressWords } from './words.ts';
import { goOn, offlineState, onState, tell } from './worker.ts';

const root = find(document, '[data-offline-control]', HTMLElement);
const summary = find(root, '[data-summary]', HTMLElement);
const list = find(root, '[data-rows]', HTMLElement);
const more = find(root, '[data-more]', HTMLFormElement);
const choice = find(more, 'select', HTMLSelectElement);
const failed = find(root, '[data-failure]', HTMLElement);
const room = find(root, '[data-room]', HTMLElement);
const clear = find(root, '[data-clear]', HTMLElement);
const clearButton = find(clear, 'button', HTMLButtonElement);
const said = find(root, '[data-said]', HTMLElement);

let offered: readonly Collection[] = [];
let last: OfflineState | undefined;
const rows = new Map<string, Row>();

const labelOf = (key: string): string => offered.find((it) => it.key === key)?.label ?? '';

function summaryOf(state: OfflineState | undefined): string {
  if (state?.mode === 'whole') return words.small;
  const kept = Object.values(state?.collections ?? {}).filter(({ status }) => status === 'kept');
  if (state === undefined) return isAllowed() ? words.nothingYet : words.nothingWished;
  return kept.length === 0 ? words.visited : words.visitedAndMore;
}

async function showRoom(): Promise<void> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  room.hidden = quota === undefined || usage === undefined;
  if (quota === undefined || usage === undefined) return;
  const safe = await navigator.storage.persisted();
  const kept = Object.keys(last?.collections ?? {}).length > 0;
  room.textContent = [
    words.room(megabytes(usage), megabytes(Math.max(quota - usage, 0))),
    kept && !safe ? words.mayGo : '',
  ]
    .join(' ')
    .trim();
}

/** What is read out: beginnings and ends, not every step. */
function announce(before: OfflineState | undefined, after: OfflineState): void {
  for (const [key, now] of Object.entries(after.collections)) {
    if (before?.collections[key]?.status === now.status) continue;
    const far = now.status === 'fetching' ? words.beingFetched : progressWords(now, after.failure);
    said.textContent = `${collectionName(key, labelOf(key)).name}: ${far}`;
  }
}

function rowFor(key: string): Row {
  const before = rows.get(key);
  if (before !== undefined) return before;
  const row = new Row(key, labelOf(key), act);
  rows.set(key, row);
  list.append(row.element);
  return row;
}

function showParts(state: OfflineState | undefined): void {
  const parts = offered.filter(({ key }) => key.includes(':') && !state?.collections[key]);
  more.hidden = parts.length === 0;
  const options = (kind: string): HTMLOptionElement[] =>
    parts
      .filter(({ key }) => key.startsWith(kind))
      .map(({ key, label, bytes }) =>
        make('option', { value: key }, `${collectionName(key, label).name}, ${megabytes(bytes)}`),
      );
  const groups = [
    make('optgroup', { label: words.aTopic }, ...options('topic:')),
    make('optgroup', { label: words.aYear }, ...options('year:')),
  ].filter((group) => group.childElementCount > 0);
  const value = choice.value;
  if (choice.options.length === parts.length) return;
  choice.replaceChildren(...groups);
  if (parts.some(({ key }) => key === value)) choice.value = value;
}

function show(state: OfflineState | undefined): void {
  summary.textContent = summaryOf(state);
  const first = offered.filter(({ key }) => !key.includes(':')).map(({ key }) => key);
  const keys = new Set([...first, ...Object.keys(state?.collections ?? {})]);
  for (const key of keys) {
    const bytes = offered.find((it) => it.key === key)?.bytes ?? 0;
    rowFor(key).show(state?.collections[key], bytes, state?.failure);
  }
  for (const [key, { element }] of rows) {
    if (keys.has(key)) continue;
    element.remove();
    rows.delete(key);
  }
  const waiting = Object.values(state?.collections ?? {}).some(
    ({ status }) => status === 'waiting',
  );
  failed.hidden = state?.failure === undefined || waiting;
  failed.textContent = state?.failure === undefined ? '' : words.whys[state.failure];
  showParts(state);
  // Nothing can be chosen of an archive that is kept whole: all of it, or nothing.
  clear.hidden = state === undefined && (isAllowed() || offered.length > 0);
  clearButton.textContent = state === undefined ? words.keepArchive : words.removeAll;
  if (state !== undefined) announce(last, state);
  last = state;
  showRoom().catch(() => undefined);
}

async function ask(asked: Request): Promise<void> {
  try {
    show(await tell(asked));
  } catch {
    failed.hidden = false;
    failed.textContent = words.failed;
  }
}

function act(it: Act, key: string): void {
  if (it === 'keep') {
    persist().catch(() => undefined);
    // Shown at once: the first pack may take a while.
    const bytes = offered.find((one) => one.key === key)?.bytes ?? 0;
    const before = last?.collections[key];
    rowFor(key).show({ got: 0, bytes, ...before, status: 'fetching' }, bytes, undefined);
  }
  ask({ type: it, key }).catch(() => undefined);
}

async function clearAll(): Promise<void> {
  if (last === undefined) {
    persist().catch(() => undefined);
    summary.textContent = words.fetching;
    clear.hidden = true;
    await ask({ type: 'state' });
    return;
  }
  await ask({ type: 'clear' });
  last = undefined;
  show(undefined);
  said.textContent = words.removedAll;
}

async function start(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    summary.textContent = words.cannot;
    return;
  }
  offered = await offeredCollections();
  show(await offlineState());
  onState(show);
  more.addEventListener('submit', (event) => {
    event.preventDefault();
    if (choice.value !== '') act('keep', choice.value);
  });
  // A first visit's worker may still be on its way.
  navigator.serviceWorker.ready
    .then(() => offlineState())
    .then(show)
    .catch(() => undefined);
  clearButton.addEventListener('click', () => {
    clearAll().catch(() => undefined);
  });
  // A browser may end the worker in the midst of a long download.
  setInterval(() => {
    const open = Object.values(last?.collections ?? {}).some(
      ({ status }) => status === 'fetching' || status === 'waiting',
    );
    if (open) goOn().catch(() => undefined);
  }, 10_000);
  await showRoom();
}

start()
  .catch(() => {
    summary.textContent = words.cannot;
  })
  // What comes below is shown in its place.
  .finally(() => {
    root.dataset['ready'] = '';
  });
