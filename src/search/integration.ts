/** The search in the build: an index after it, the last index while editing, the search box on every page. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import { withSlashes } from '../base-path.ts';
import { tellProblems } from '../diagnostics/told.ts';
import type { SiteFolder } from '../publish/site-folder.ts';
import { buildIndex } from './build.ts';
import { openStore } from '../store/store.ts';
import { serveIndex } from './dev-index.ts';
import { indexFolder } from './index/plan.ts';
import { addPreloads } from './preloads.ts';
import { counted } from '../text/counted.ts';

/** Modules of a few lines that many scripts share. */
const shared =
  /preload-helper|rolldown.runtime|src\/(?:base|browser\/(?:dom|keys|storage)|reading\/(?:clock|marks|names|register|store|browser\/(?:items|kept|tell))|search\/browser\/found\/followed|offline\/browser\/(?:answered|consent))\b/;

/** What words with numbers are made by, in one file: no script of every page needs it. */
const counting = /src\/words\/(?:formats|\w+\/(?:common|locale))\b/;

/** Puts them into one file: each in its own would be a request more on every page. */
const sharesModules: NonNullable<ViteUserConfig['plugins']>[number] = {
  name: 'offprint-shared',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  outputOptions: (options) => ({
    ...options,
    codeSplitting: {
      groups: [
        { name: 'shared', test: shared },
        { name: 'words', test: counting },
      ],
    },
  }),
};

/**
 * Astro integration: Pagefind's index of the paper pages at `BASE/pagefind/`, and the ranked one made from it.
 *
 * @param site the site in the making
 */
export function offprintSearch(site: SiteFolder): AstroIntegration {
  let base = '/';
  let lastBuild = '';
  let root = '';
  return {
    name: 'offprint-search',
    hooks: {
      'astro:config:setup': ({ config, injectScript, updateConfig }) => {
        updateConfig({ vite: { plugins: [sharesModules] } });
        base = withSlashes(config.base);
        // The base path comes as an argument: a module for it would be one more request on every page.
        const everywhere = fileURLToPath(new URL('browser/everywhere.ts', import.meta.url));
        injectScript(
          'page',
          `import { searchEverywhere } from ${JSON.stringify(everywhere)};\nsearchEverywhere(${JSON.stringify(`${base}search/`)});`,
        );
      },
      'astro:config:done': ({ config }) => {
        lastBuild = fileURLToPath(config.outDir);
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveIndex(base, resolve(lastBuild)));
      },
      'astro:build:done': async ({ logger }) => {
        const start = performance.now();
        const { papers, leftOut, read } = await buildIndex(site, openStore(root), (why) =>
          logger.warn(`${why}\nIt is made once more.`),
        );
        tellProblems(logger, leftOut);
        await addPreloads(site.folder, base, 'search/index.html', [
          'search/words.json',
          `${indexFolder}/plan.json`,
        ]);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        if (papers === 0) logger.warn('The archive holds no paper: there is nothing to search.');
        logger.info(`${counted(papers, 'paper')} indexed, ${read} of them anew, in ${seconds} s`);
      },
    },
  };
}
