/** Starts the service worker, and moves on to a new edition as a whole. Nothing here may break a page. */
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

async function keepUp(workers: ServiceWorkerContainer, scope: string): Promise<void> {
  // A page that came through a worker is of its edition. When another takes over, it is loaded anew:
  // so no page is ever left with the search or the style of another edition.
  if (workers.controller !== null) {
    workers.addEventListener('controllerchange', () => location.reload(), { once: true });
    const registration = await workers.getRegistration(scope);
    // Fetched completely during an earlier visit.
    registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
  }
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => {
      addEventListener('load', resolve, { once: true });
    });
  }
  if (workers.controller === null && sparing()) return;
  await workers.register(`${scope}sw.js`, { scope, updateViaCache: 'none' });
}

/**
 * Keeps the archive for use without a network, where the browser can and the reader lets it.
 *
 * @param base the site's base path, with slashes at both ends
 */
export function keepOffline(base: string): void {
  if ('serviceWorker' in navigator) keepUp(navigator.serviceWorker, base).catch(quietly);
}
