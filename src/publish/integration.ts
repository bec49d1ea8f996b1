/** The site in its place: built aside, looked through, and only then put where the one before stands. */
import { basename, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withSlashes } from '../base-path.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { BuiltFile } from './files.ts';
import { warningsTold } from '../diagnostics/told.ts';
import { archiveState, type ArchiveState } from './archive-state.ts';
import { folderAside, publish, tidy, update } from './aside.ts';
import { contentIds, expectedFiles, readableIds, type Route } from './expected.ts';
import { logoSizeOf, themeOf } from '../site/assets.ts';
import type { FeedKind, Site } from '../site/schema.ts';
import { clockStep } from '../store/files.ts';
import { forgetStore, openStore } from '../store/store.ts';
import { isClean } from './clean.ts';
import { madeWith } from './made-with.ts';
import { byFolder, manifestHash, siteProblems, writeManifest } from './manifest.ts';
import { pathProblems } from './path.ts';
import { skippingStanding } from './prerenderer.ts';
import { remember, writeRecord, type SiteRecord } from './record.ts';
import type { SiteFolder } from './site-folder.ts';
import { lookAtStanding } from './standing-thread.ts';
import type { Standing } from './standing.ts';
import { counted } from '../text/counted.ts';

/** An archive or a topic may have no papers, and then nothing to take away. */
const mayBeEmpty = /\.(?:bib|jsonl)$/;

/** The state of an archive that has not changed while it was built, and what was told of it, if there were no errors. */
function unchanged(
  root: string,
  before: ArchiveState | undefined,
): Pick<SiteRecord, 'archive' | 'warnings'> {
  const warnings = warningsTold();
  if (before === undefined || warnings === undefined) return {};
  const { hash } = archiveState(root);
  return hash === before.hash ? { archive: hash, warnings } : {};
}

/** The routes of feeds, which a site may do without. */
const feedRoutes: Readonly<Record<FeedKind, string>> = {
  atom: '/feed.xml',
  json: '/feed.json',
  topics: '/topics/[id]/feed.xml',
  authors: '/authors/[id]/feed.xml',
  digests: '/digests/feed.xml',
};

/**
 * Astro integration. Comes last: what is written after it is not part of the site.
 *
 * @param settings the owner's
 * @param folder the site in the making
 */
export function offprintPublish(settings: () => Site, folder: SiteFolder): AstroIntegration {
  let root = '';
  let site = '';
  let read = 0;
  let made = '';
  let looked: Promise<Standing | undefined> | undefined;
  let before: ArchiveState | undefined;
  const now = { madeWith: '', settings: '' };
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
    let lacking = lacks([...written, ...expectedFiles(routes, await contentIds(root))]);
    // Asking when all content was saved, and reading it, takes a while: it is done only where something is missing.
    if (lacking.length > 0) {
      const ids = await contentIds(root, read);
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
          now.madeWith = madeWith(root, [config.site, withSlashes(config.base)]);
          // All that `virtual:offprint/site` gives to pages.
          now.settings = JSON.stringify([
            settings(),
            (await themeOf(root, settings()))?.path,
            await logoSizeOf(root, settings()),
          ]);
          folder.begin(made);
          if (isClean()) forgetStore(root);
          else looked = lookAtStanding(root, site, now);
          const state = archiveState(root);
          // A change shortly after another may not show in a file's time.
          before = state.newest + clockStep(state.newest) < Date.now() ? state : undefined;
        }
      },
      'astro:routes:resolved': ({ routes: resolved }) => {
        const kept = new Set(settings().feeds.which.map((kind) => feedRoutes[kind]));
        const all = new Set(Object.values(feedRoutes));
        routes = resolved.filter(({ pattern }) => kept.has(pattern) || !all.has(pattern));
      },
      // Astro has read the content by then, and the loader has written its entries.
      'astro:build:start': async ({ setPrerenderer }) => {
        read = Date.now();
        folder.begin(made, await looked);
        setPrerenderer((pages) => skippingStanding(pages, folder));
        globalThis.offprintMaking = { site: folder, store: openStore(root) };
      },
      'astro:build:done': async ({ assets, logger }) => {
        const files = await folder.list();
        const written = [...assets.values()].flat().map((url) => fileURLToPath(url));
        const problems = await missing(
          files,
          written.map((file) => file.slice(made.length + 1).replaceAll(sep, '/')),
        );
        if (problems.length > 0) throw new Refusal(problems);
        const manifest = await writeManifest(made, files);
        const patch = folder.patch(files);
        if (patch && manifestHash(site) !== patch.from) {
          const why = 'another build has put its site there in the meantime';
          throw new Refusal([diagnostic('site/in-use', { file: site }, { why })]);
        }
        if (patch) update(made, site, patch);
        else await publish(made, site);
        writeRecord(root, site, {
          ...now,
          manifest,
          ...unchanged(root, before),
          ...remember(
            site,
            files.map(({ path }) => path),
            folder.keys,
            patch && folder.untouched(patch),
          ),
        });
        const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
        logger.info(`${site}: ${counted(files.length, 'file')}, ${(bytes / 1e6).toFixed(1)} MB`);
      },
    },
  };
}
