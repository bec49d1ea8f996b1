// Loaded by the service worker ahead of Workbox, as it stands here; `facts` is written before it.
// Caches of a large archive bear the name of their edition, and hold nothing of another.

const pages = `${facts.prefix}pages|${facts.edition}`;

self.addEventListener('install', (event) => {
  if (facts.ahead.length === 0) return;
  const requests = facts.ahead.map(
    // With its hash: a file of another edition fails the installation, and the edition before stays.
    ([url, integrity]) => new Request(url, { integrity, cache: 'reload' }),
  );
  event.waitUntil(caches.open(pages).then((cache) => cache.addAll(requests)));
});

self.addEventListener('activate', (event) => {
  const old = (name) =>
    name.startsWith(facts.prefix) &&
    !name.endsWith(`|${facts.edition}`) &&
    // Workbox's own cache, which it tidies itself.
    !name.startsWith(`${facts.prefix}-precache-`);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))),
  );
});

/** Which edition the server has now. */
async function published() {
  const answer = await fetch(`${facts.base}edition.txt`, { cache: 'no-store' });
  return answer.ok ? (await answer.text()).trim() : undefined;
}

self.offprint = {
  /** `/search/?q=…` is one page whatever it asks. */
  cacheKeyWillBeUsed: async ({ request }) => {
    const url = new URL(request.url);
    return url.origin + url.pathname;
  },
  /**
   * Asks the server itself: a page that the browser's own cache still has may be of an edition before.
   * A navigation cannot be copied into another request, and follows redirects by itself.
   */
  requestWillFetch: async ({ request }) =>
    request.mode === 'navigate'
      ? new Request(request.url, {
          headers: request.headers,
          cache: 'no-cache',
          redirect: 'manual',
          credentials: 'same-origin',
        })
      : new Request(request, { cache: 'no-cache' }),
  /** Asked after the page was fetched: if the server is at this edition now, the page is of it. */
  cacheWillUpdate: async ({ response }) => {
    if (response.status !== 200) return null;
    try {
      if ((await published()) === facts.edition) return response;
      await self.registration.update();
    } catch {
      // Out of reach again: the page is shown and not kept.
    }
    return null;
  },
};
