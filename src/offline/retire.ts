/**
 * What answers for `sw.js` while the site is edited: a worker that does away with the one of an earlier
 * `npm start` at the same address, which would otherwise go on showing that build.
 */
export const retiringWorker = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const scope = new URL(self.registration.scope).pathname;
    for (const name of await caches.keys()) {
      if (name.startsWith('offprint|' + scope + '|')) await caches.delete(name);
    }
    await self.registration.unregister();
    for (const client of await self.clients.matchAll({ type: 'window' })) {
      await client.navigate(client.url);
    }
  })());
});
`;
