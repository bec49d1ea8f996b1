/** The site in its place: built aside, looked through, and only then put where the one before stands. */
import { basename, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { listFiles, type BuiltFile } from '../offline/files.ts';
import { folderAside, publish, tidy } from './aside.ts';
import { contentIds, expectedFiles, readableIds, type Route } from './expected.ts';
import type { FeedKind } from '../site/schema.ts';
import { byFolder, siteProblems, writeManifest } from './manifest.ts';
import { pathProblems } from './path.ts';
import { counted } from '../text/counted.ts';

/** An archive or a topic may have no papers, and then nothing to take away. */
const mayBeEmpty = /\.(?:bib|jsonl)$/;

/** The routes of feeds, which a site may do without. */
const feedRoutes: Readonly<Record<FeedKind, string>> = {
  atom: '/feed.xml',
  json: '/feed.json',
  topics: '/topics/[id]/feed.xml',
  digests: '/digests/feed.xml',
};

/**
 * Astro integration. Comes last: what is written after it is not part of the site.
 *
 * @param feeds the feeds that the site has
 */
export function offprintPublish(feeds: () => readonly FeedKind[]): AstroIntegration {
  let root = '';
  let site = '';
  let made = '';
  let read = 0;
  let routes: readonly Route[] = [];

  /** What the archive should have and the new site lacks. */
  async function missing(
    files: readonly BuiltFile[],
    written: readonly string[],
  ): Promise<Diagnostic[]> {
    const whole = new Set(
      files.filter(({ path, bytes }) => bytes > 0 || mayBeEmpty.test(path)).map(({ path }) => path),
    );
    const lacks = (paths: readonly string[]): string[] => paths.filter((path) => !whole.has(path));
    const ids = await contentIds(root, read);
    let lacking = lacks([...written, ...expectedFiles(routes, ids)]);
    // Reading all content takes a while: it is done only where something is missing.
    if (lacking.length > 0) {
      lacking = lacks([...written, ...expectedFiles(routes, await readableIds(root, ids))]);
    }
    return byFolder('site/incomplete', [...new Set(lacking)], basename(site));
  }

  return {
    name: 'offprint-publish',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        root = fileURLToPath(config.root);
        site = fileURLToPath(config.outDir);
        const refused = pathProblems(root);
        if (refused.length > 0) throw new Refusal(refused);
        if (command === 'sync') return;
        tidy(site);
        if (command === 'preview') {
          const problems = await siteProblems(site, basename(site), 'sizes');
          if (problems.length > 0) throw new Refusal(problems);
        }
        if (command === 'build') {
          made = folderAside(site);
          updateConfig({ outDir: pathToFileURL(made + sep) });
        }
      },
      'astro:routes:resolved': ({ routes: resolved }) => {
        const kept = new Set(feeds().map((kind) => feedRoutes[kind]));
        const all = new Set(Object.values(feedRoutes));
        routes = resolved.filter(({ pattern }) => kept.has(pattern) || !all.has(pattern));
      },
      // Astro has read the content by then, and the loader has written its entries.
      'astro:build:start': () => {
        read = Date.now();
      },
      'astro:build:done': async ({ assets, logger }) => {
        const files = await listFiles(made);
        const written = [...assets.values()].flat().map((url) => fileURLToPath(url));
        const problems = await missing(
          files,
          written.map((file) => file.slice(made.length + 1).replaceAll(sep, '/')),
        );
        if (problems.length > 0) throw new Refusal(problems);
        await writeManifest(made, files);
        await publish(made, site);
        const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
        logger.info(`${site}: ${counted(files.length, 'file')}, ${(bytes / 1e6).toFixed(1)} MB`);
      },
    },
  };
}
