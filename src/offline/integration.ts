/** Reading without a network: a service worker after the build, its registration on every page. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import type { Connect } from 'vite';
import { withSlashes } from '../base-path.ts';
import { removedPages } from '../loaders/loaded.ts';
import { reportStep } from '../progress/steps.ts';
import { collectionsFile } from './packs/collections-file.ts';
import { planOffline } from './plan.ts';
import { retiringWorker } from './retire.ts';
import type { SiteFolder } from '../publish/site-folder.ts';
import { workerFile, writeWorker } from './worker.ts';
import type { Site } from '../site/schema.ts';
import { openStore } from '../store/store.ts';
import { counted } from '../text/counted.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Has the worker built along with the pages' scripts, as a file of its own under a name that stays. */
const buildsWorker: NonNullable<ViteUserConfig['plugins']>[number] = {
  name: 'offprint-worker',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  buildStart() {
    this.emitFile({ type: 'chunk', id: at('worker/main.ts'), fileName: workerFile });
  },
};

/** While editing: readers who kept a site of this address get rid of it. */
const serveRetiring =
  (base: string): Connect.NextHandleFunction =>
  (request, response, next) => {
    const path = request.url?.split(/[?#]/, 1)[0];
    if (path !== `${base}sw.js` && path !== '/sw.js') {
      next();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' });
    response.end(retiringWorker);
  };

/** Pages ask for it in every archive; one that is kept whole, or not at all, has nothing to choose. */
async function writeNoCollections(folder: string): Promise<void> {
  await mkdir(dirname(join(folder, collectionsFile)), { recursive: true });
  await writeFile(join(folder, collectionsFile), JSON.stringify({ collections: [] }));
}

/**
 * Writes the worker of a site, and what readers may choose to keep.
 *
 * @param most bytes up to which a site is kept whole
 * @param tell is given what was made, in words
 */
async function writeOffline(
  site: SiteFolder,
  base: string,
  root: string,
  most: number,
  tell: (what: string) => void,
): Promise<void> {
  const start = performance.now();
  const gone = new Set(removedPages().map((path) => `${path}index.html`));
  const files = (await site.list()).filter(({ path }) => !gone.has(path));
  const plan = planOffline(files, base, most);
  const packed = await writeWorker(plan, site, base, openStore(root));
  if (!packed) await writeNoCollections(site.folder);
  const kept = [...plan.kept, ...plan.ahead];
  reportStep('offline', kept.length, kept.length);
  if (packed) {
    const size = (packed.bytes / 1e6).toFixed(1);
    const made = `${packed.fresh} of ${counted(packed.volumes, 'file')} made`;
    tell(`to be kept by choice: ${counted(packed.packs, 'pack')}, ${size} MB, ${made}`);
  }
  const megabytes = (kept.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const what = plan.mode === 'whole' ? 'the whole archive' : 'the shell, and visited pages';
  tell(
    `keeps ${what}: ${counted(kept.length, 'file')}, ${megabytes} MB; edition ${plan.edition}, in ${seconds} s`,
  );
}

/**
 * Astro integration: `BASE/sw.js`. Comes last: it lists the files of all that run before it.
 *
 * @param settings what readers' browsers keep
 * @param site the site in the making
 */
export function offprintOffline(
  settings: () => Site['offline'],
  site: SiteFolder,
): AstroIntegration {
  let base = '/';
  let root = '';
  return {
    name: 'offprint-offline',
    hooks: {
      'astro:config:setup': ({ command, config, injectScript, updateConfig }) => {
        base = withSlashes(config.base);
        root = fileURLToPath(config.root);
        if (command !== 'build' || settings().keep === 'nothing') return;
        // The base path comes as an argument: a module for it would be one more request on every page.
        injectScript(
          'page',
          `import { keepOffline } from ${JSON.stringify(at('browser/register.ts'))};\nkeepOffline(${JSON.stringify(base)});`,
        );
        updateConfig({ vite: { plugins: [buildsWorker] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveRetiring(base));
      },
      'astro:build:done': async ({ logger }) => {
        reportStep('offline', 0, 0);
        const { keep, limit } = settings();
        if (keep === 'nothing') {
          // Who came here before it was so is to get rid of what was kept.
          await writeFile(join(site.folder, workerFile), retiringWorker);
          await writeNoCollections(site.folder);
          return;
        }
        const most = { auto: limit * 1e6, all: Infinity, visited: 0 }[keep];
        await writeOffline(site, base, root, most, (what) => logger.info(what));
      },
    },
  };
}
