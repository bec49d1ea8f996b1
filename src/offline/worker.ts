/** Writes the service worker of a plan. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateSW, type RuntimeCaching } from 'workbox-build';
import type { KeptFile, OfflinePlan } from './plan.ts';

/** What every cache of a site is called at the start; several sites may share an origin. */
const cachePrefix = (base: string): string => `offprint|${base}|`;

/** A page that is neither kept nor to be had from the network. */
function pageFallback(base: string): NonNullable<RuntimeCaching['options']> {
  return { precacheFallback: { fallbackURL: `${base}404.html` } };
}

/** The functions below are copied into the worker as text: they may use nothing from outside. */
function runtimeCaching({ mode, edition }: OfflinePlan, base: string): RuntimeCaching[] {
  if (mode === 'whole') {
    return [
      {
        urlPattern: ({ request }) => request.mode === 'navigate',
        handler: 'NetworkOnly',
        options: pageFallback(base),
      },
    ];
  }
  // Set up by editions.js, which the worker loads first.
  const plugins = [
    {
      cacheKeyWillBeUsed: (parameters: object) =>
        Reflect.get(globalThis, 'offprint').cacheKeyWillBeUsed(parameters),
      requestWillFetch: (parameters: object) =>
        Reflect.get(globalThis, 'offprint').requestWillFetch(parameters),
      cacheWillUpdate: (parameters: object) =>
        Reflect.get(globalThis, 'offprint').cacheWillUpdate(parameters),
    },
  ];
  const pages = { cacheName: `${cachePrefix(base)}pages|${edition}`, networkTimeoutSeconds: 8 };
  return [
    {
      // Named by their content; one is fetched once an edition.
      urlPattern: ({ url, sameOrigin }) =>
        sameOrigin &&
        /\/pagefind\/(?:(?:fragment|index|filter)\/|[^/]+\.pf_meta$)/.test(url.pathname),
      handler: 'CacheFirst',
      options: {
        cacheName: `${cachePrefix(base)}search|${edition}`,
        expiration: { maxEntries: 3000, purgeOnQuotaError: true },
        cacheableResponse: { statuses: [200] },
      },
    },
    {
      urlPattern: ({ request }) => request.mode === 'navigate',
      handler: 'NetworkFirst',
      options: {
        ...pages,
        ...pageFallback(base),
        plugins,
        expiration: { maxEntries: 1000, purgeOnQuotaError: true },
      },
    },
    {
      urlPattern: ({ url, sameOrigin }) => sameOrigin && !url.pathname.endsWith('/edition.txt'),
      handler: 'NetworkFirst',
      options: { ...pages, plugins },
    },
  ];
}

function editionFile(edition: string, base: string): Omit<KeptFile, 'size'> {
  const hash = createHash('sha256').update(edition).digest('base64');
  return { url: `${base}edition.txt`, revision: edition, integrity: `sha256-${hash}` };
}

/**
 * Writes `sw.js`, `editions.js` and `edition.txt` into the site.
 *
 * @param folder the built site, absolute
 * @param base the base path, with slashes at both ends
 * @returns warnings of Workbox
 */
export async function writeWorker(
  plan: OfflinePlan,
  folder: string,
  base: string,
): Promise<string[]> {
  const facts = JSON.stringify({
    edition: plan.edition,
    prefix: cachePrefix(base),
    base,
    ahead: plan.ahead.map(({ url, integrity }) => [url, integrity]),
  });
  const editions = await readFile(new URL('browser/editions.js', import.meta.url), 'utf8');
  await writeFile(join(folder, 'editions.js'), `const facts = ${facts};\n${editions}`);
  await writeFile(join(folder, 'edition.txt'), plan.edition);
  // With a whole site its edition is kept, too: the search asks for it before it believes that nothing is found.
  const kept = [...plan.kept, ...(plan.mode === 'whole' ? [editionFile(plan.edition, base)] : [])];
  const { warnings, count } = await generateSW({
    // Workbox takes entries only along with a folder; which of its files are kept is the plan's.
    globDirectory: folder,
    globPatterns: [],
    swDest: join(folder, 'sw.js'),
    cacheId: cachePrefix(base),
    additionalManifestEntries: kept.map(({ url, revision, integrity }) => ({
      url,
      revision,
      integrity,
    })),
    importScripts: ['editions.js'],
    runtimeCaching: runtimeCaching(plan, base),
    // No server reads them: `/search/?q=…` is the page `/search/`.
    ignoreURLParametersMatching: [/./],
    directoryIndex: null,
    clientsClaim: true,
    skipWaiting: false,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    mode: 'production',
    babelPresetEnvTargets: ['chrome >= 90', 'firefox >= 90', 'safari >= 15'],
  });
  if (count !== kept.length) {
    throw new Error(`The service worker lists ${count} of ${kept.length} files to keep.`);
  }
  return warnings.filter((warning) => !warning.includes('additionalManifestEntries'));
}
