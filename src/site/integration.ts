/** The owner's settings in the build: pages read them from a module, Astro's configuration follows them. */
import { existsSync, readdirSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import type { ViteDevServer } from 'vite';
import { publicFolder, siteFile, themeFile } from '../archive-folder.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { sendFile } from '../send-file.ts';
import { withSlashes } from '../base-path.ts';
import { faviconOf, logoSizeOf, themeOf, type MadeFile } from './assets.ts';
import { languageOf, pageLanguage } from '../words/languages.ts';
import { wordsPlugin } from '../words/plugin.ts';
import { readSite } from './read.ts';
import { siteSchema, type Site } from './schema.ts';

/** What runs on every page beside the search's and the worker's scripts. */
const onEveryPage = fileURLToPath(new URL('../layouts/page.ts', import.meta.url));

/** src/virtual.d.ts says what it exports. */
const moduleName = 'virtual:offprint/site';
const moduleId = `\0${moduleName}`;

/** The module that pages read the settings from. */
const settingsModule = (
  exported: () => Readonly<Record<string, unknown>>,
): NonNullable<ViteUserConfig['plugins']>[number] => ({
  name: 'offprint-settings',
  resolveId: (id) => (id === moduleName ? moduleId : undefined),
  load: (id) =>
    id === moduleId
      ? Object.entries(exported())
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
          .join('\n')
      : undefined,
});

/** Has every page made anew with what the module then exports. */
export function reloadPages({ environments }: ViteDevServer): void {
  for (const { moduleGraph, hot } of Object.values(environments)) {
    // All: another language changes what the modules of words are.
    moduleGraph.invalidateAll();
    hot.send({ type: 'full-reload' });
  }
}

/** What an owner's files say: read once in a build, and at every change while editing. */
interface Settings {
  readonly site: Site;
  readonly theme?: MadeFile;
  readonly logoSize?: { readonly width: number; readonly height: number };
  readonly favicon?: string;
}

/** @throws {Refusal} with every mistake */
async function readSettings(root: string): Promise<Settings> {
  const { site, problems } = await readSite(root);
  if (site === undefined) throw new Refusal(problems);
  return {
    site,
    theme: await themeOf(root, site),
    logoSize: await logoSizeOf(root, site),
    favicon: await faviconOf(root, site),
  };
}

/**
 * What the pages rely on of Astro's configuration.
 *
 * @param ownPublic the archive's folder of files served as they are, if it has one
 * @param settings those of now
 */
const configFor = (root: string, ownPublic: string | undefined, settings: () => Settings) => ({
  ...(ownPublic !== undefined && { publicDir: pathToFileURL(ownPublic + sep) }),
  trailingSlash: 'always' as const,
  // Only white space that HTML ignores: the default "jsx" also eats line breaks between inline elements.
  compressHTML: true,
  build: {
    format: 'directory' as const,
    inlineStylesheets: 'never' as const,
    // While a page waits for its folder and its file, the next is made: the pages are the same.
    concurrency: 8,
  },
  devToolbar: { enabled: false },
  // Papers are not rendered here but by their loader, with the remark and rehype plugins of
  // src/text/plugins.ts; Astro would only warn that its highlighter and the security policy do not go together.
  markdown: { syntaxHighlight: false as const },
  vite: {
    // Scripts as files of their own: fetched once, not carried by every page. What the browsers of 2024 do not
    // know of syntax is written for them: Safari took `text-decoration: underline 1px` for nothing.
    build: {
      assetsInlineLimit: 0,
      target: ['chrome131', 'firefox133', 'safari18.1', 'ios18.1'],
    },
    // What tests and benches build in `.cache`, a site that is being built beside `dist`, and the tests themselves.
    server: {
      watch: {
        ignored: [
          (path: string) => /^(?:\.cache|\.dist\.|tests(?:[\\/]|$))/.test(relative(root, path)),
        ],
      },
    },
    plugins: [
      wordsPlugin(() => languageOf(settings().site.language) ?? 'en'),
      settingsModule(() => ({
        ...settings(),
        theme: settings().theme?.path,
        language: pageLanguage(settings().site.language),
      })),
    ],
  },
});

/**
 * Has the pages that are edited follow the owner's settings and style.
 *
 * @param changed is given what they say after each change; with a mistake in them, nothing is
 */
function followSettings(
  server: ViteDevServer,
  root: string,
  changed: (settings: Settings) => void,
): void {
  const files = new Set([siteFile(), themeFile()].map((file) => resolve(root, file)));
  const follow = async (path: string): Promise<void> => {
    if (!files.has(resolve(path))) return;
    const read = await readSettings(root).catch(() => undefined);
    if (read === undefined) return;
    changed(read);
    reloadPages(server);
  };
  server.watcher.on('all', (_, path) => void follow(path));
}

/** Where files lie that are served as they are. */
interface Served {
  readonly base: string;
  /** The archive's folder of them. */
  readonly own: string;
  /** The engine's, where the archive has one of its own: Vite serves one folder, and that is the archive's. */
  readonly engine: string | undefined;
}

/** While editing: serves the owner's style sheet and the engine's files beside the owner's. */
function serveBeside(
  { middlewares }: ViteDevServer,
  { base, own, engine }: Served,
  theme: () => MadeFile | undefined,
): void {
  const others = engine === undefined ? [] : readdirSync(engine);
  middlewares.use(({ url = '' }, response, next) => {
    // Vite may have taken the base path off already.
    const path = url
      .replace(/[?#].*/, '')
      .replace(base, '/')
      .slice(1);
    const style = theme();
    if (path === style?.path)
      response.writeHead(200, { 'content-type': 'text/css' }).end(style.text);
    else if (engine !== undefined && others.includes(path) && !existsSync(resolve(own, path)))
      sendFile(response, join(engine, path));
    else next();
  });
}

/**
 * Astro integration: reads `site.yaml` before all else and sets what follows from it, and what the pages rely on.
 * While editing, the pages follow the file; with a mistake in it, which the loader of the owner's files tells, they
 * stay as they were.
 *
 * @param told is given the settings
 * @param built is given the folder that Astro builds the site in
 */
export function offprintSite(
  told: (site: Site) => void,
  built: (folder: string) => void,
): AstroIntegration {
  let root = '';
  let settings: Settings = { site: siteSchema.parse({}) };
  let served: Served = { base: '', own: '', engine: undefined };
  return {
    name: 'offprint-site',
    hooks: {
      'astro:config:setup': async ({ command, config, injectScript, updateConfig }) => {
        if (command === 'preview') return;
        // Along with what other parts need on every page, it becomes one file.
        injectScript('page', `import ${JSON.stringify(onEveryPage)};`);
        root = fileURLToPath(config.root);
        settings = await readSettings(root);
        told(settings.site);
        const own = resolve(root, publicFolder());
        const hasOwn = existsSync(own);
        const engine = hasOwn ? fileURLToPath(config.publicDir) : undefined;
        served = { base: withSlashes(config.base), own, engine };
        updateConfig(configFor(root, hasOwn ? own : undefined, () => settings));
        // In a folder of their own: a build clears away what Vite has made of packages for the browser while editing.
        const cacheDir = join(root, 'node_modules', '.vite', 'build');
        if (command !== 'dev') updateConfig({ vite: { cacheDir } });
      },
      'astro:config:done': ({ config }) => {
        built(fileURLToPath(config.outDir));
      },
      'astro:server:setup': ({ server }) => {
        followSettings(server, root, (read) => (settings = read));
        serveBeside(server, served, () => settings.theme);
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const { theme } = settings;
        const { own, engine } = served;
        if (theme !== undefined) await writeFile(join(folder, theme.path), theme.text);
        if (engine === undefined) return;
        // The owner's files go before anything of the same name: a page that was made, too.
        await cp(engine, folder, { recursive: true, force: false });
        await cp(own, folder, { recursive: true, dereference: true });
      },
    },
  };
}
