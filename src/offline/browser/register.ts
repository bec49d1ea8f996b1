/** Starts the service worker, and says when there is a new edition. Nothing here may break a page. */
import { answered } from './answered.ts';
import { isAllowed } from './consent.ts';

const quietly = (): undefined => undefined;

/** Whether the reader asked to be spared data that was not asked for. */
function sparing(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}

const once = (target: EventTarget, name: string): Promise<unknown> =>
  new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });

async function keepUp(workers: ServiceWorkerContainer, scope: string): Promise<void> {
  workers.addEventListener('message', ({ data }) => {
    if (data?.type === 'edition')
      import('./announce.ts').then(({ announce }) => announce(), quietly);
  });
  workers.startMessages();
  if (document.readyState !== 'complete') await once(window, 'load');
  if (!isAllowed() || (workers.controller === null && sparing())) return;
  await answered();
  const registration = await workers.register(`${scope}sw.js`, { scope, updateViaCache: 'none' });
  // What the reader has chosen and is not there yet is fetched, now and when there is a network again.
  const goOn = (): void => registration.active?.postMessage({ type: 'opened' });
  goOn();
  addEventListener('online', goOn);
}

/**
 * Keeps the archive for use without a network, where the browser can and the reader lets it.
 *
 * @param base the site's base path, with slashes at both ends
 */
export function keepOffline(base: string): void {
  if ('serviceWorker' in navigator) keepUp(navigator.serviceWorker, base).catch(quietly);
}
