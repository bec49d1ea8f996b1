/** In dev: pages and browsers show what the loaders hold, and over it what is wrong with the archive. */
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ErrorPayload, HotPayload, ViteDevServer } from 'vite';
import {
  archiveFolder,
  digestsFolder,
  notesFolder,
  papersFolder,
  recordsFolder,
} from '../archive-folder.ts';
import { formatPlace, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/visible.ts';
import { loadedContent, loadedProblems, onLoaded } from './loaded.ts';
import { escapeHtml } from '../text/escape.ts';
import { sharedCode } from './shared-code.ts';
import { FolderWatch, isPolling } from './watch-folders.ts';

/** Lines that are shown before and after the one that is wrong. */
const around = 3;

/** Characters of a line that are shown. */
const widest = 200;

/** The lines of a file around a place, as HTML for Astro's overlay; undefined where they cannot be read. */
function excerpt(file: string, line: number): string | undefined {
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    const start = Math.max(0, line - 1 - around);
    const shown = lines.slice(start, line + around).map((text, at) => {
      const kind = start + at + 1 === line ? 'line error-line' : 'line';
      return `<span class="${kind}">${escapeHtml(visible(text.slice(0, widest)))}</span>`;
    });
    return `<pre><code>${shown.join('\n')}</code></pre>`;
  } catch {
    return undefined;
  }
}

/**
 * What Vite's client shows over a page: the first problem with its place and what to do, and a line for each other.
 *
 * @param root the project's folder
 */
export function overlayOf(root: string, problems: readonly Diagnostic[]): ErrorPayload | undefined {
  const [first] = problems;
  if (first === undefined) return undefined;
  const { where, what, todo, code } = first;
  const file = resolve(root, where.file);
  const told = problems.map(({ where, what, todo }) =>
    visible(`${formatPlace(where)} ${what} ${todo}`),
  );
  return {
    type: 'error',
    err: {
      name: code,
      title: visible(`${formatPlace(where)} ${what}`),
      // Astro's overlay takes both as HTML.
      message: escapeHtml(visible(what)),
      hint: escapeHtml(visible(todo)),
      loc: { file, line: where.line ?? 1, column: where.column ?? 1 },
      highlightedCode: excerpt(file, where.line ?? 1),
      stack: told.join('\n'),
    },
  };
}

interface Receiver {
  send(payload: HotPayload): void;
}

/** What of Vite's server is needed to tell browsers something. */
interface DevServer {
  readonly httpServer: { once(event: 'listening', listener: () => void): unknown } | null;
  readonly ws: Receiver & {
    readonly clients: Iterable<Receiver>;
    on(event: 'vite:client:connect', listener: (data: unknown, client: Receiver) => void): unknown;
  };
}

/** Milliseconds in which the loaders say all that one change has brought: browsers hear of it once. */
const gathering = 50;

/**
 * Has browsers show pages anew when anything has changed that they may be made of, and what is wrong over every page
 * until it is mended. What was wrong with captures when the server started is left to the terminal: that may be
 * history, and no page could be looked at.
 *
 * @param root the project's folder
 */
export function followContent({ httpServer, ws }: DevServer, root: string): void {
  const history = new Set<string>();
  httpServer?.once('listening', () => {
    for (const { code, where } of loadedProblems())
      if (code.startsWith('digest/')) history.add(where.file);
  });
  const overlay = (): ErrorPayload | undefined =>
    overlayOf(
      root,
      loadedProblems().filter(({ where }) => !history.has(where.file)),
    );
  let isWrong = false;
  let hasNewContent = false;
  let telling: NodeJS.Timeout | undefined;
  const tellBrowsers = (): void => {
    telling = undefined;
    const shown = overlay();
    // Browsers ask again what is wrong when they have the page anew.
    if (hasNewContent || (isWrong && !shown)) ws.send({ type: 'full-reload', path: '*' });
    // To each by itself: an error for all Astro takes for its own, and reloads pages at every change of any file.
    else if (shown) for (const client of ws.clients) client.send(shown);
    isWrong = shown !== undefined;
    hasNewContent = false;
  };
  onLoaded((changed) => {
    hasNewContent ||= changed === 'content';
    telling ??= setTimeout(tellBrowsers, gathering);
  });
  ws.on('vite:client:connect', (_, client) => {
    const shown = overlay();
    if (shown) client.send(shown);
  });
}

type Server = Pick<ViteDevServer, 'environments'>;

/** Has `getStaticPaths` asked anew: Astro keeps what it gave until it hears this. */
function forgetPaths({ environments }: Server): void {
  for (const { hot } of Object.values(environments)) hot.send('astro:content-changed', {});
}

/**
 * Compares what the loaders hold before each request is answered with what the pages show. Astro 7.3 tells its pages of
 * a change half a second after it, and what was worked out for a page of an older content just then, it keeps.
 *
 * @returns a handler of Node's kind, that passes on every request
 */
export function newestContent(server: Server) {
  /** What the pages show, if it is sure. */
  let shown: unknown;
  return (_: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const before = loadedContent();
    if (before !== shown) forgetPaths(server);
    shown = before;
    // What was changed meanwhile may have been given to a later request, and be kept.
    response.once('close', () => {
      if (loadedContent() !== before) shown = undefined;
    });
    next();
  };
}

/** Folders that may hold a file for each paper. */
const largeFolders = (root: string): string[] =>
  [papersFolder(), digestsFolder(), recordsFolder(), notesFolder()].map((folder) =>
    resolve(root, folder),
  );

/** Astro integration: while editing, pages and browsers follow the content. */
export function offprintContent(): AstroIntegration {
  let root = '';
  let isDev = false;
  /** Folders that Vite leaves to us. */
  let ours: readonly string[] = [];
  const isOurs = (path: string): boolean =>
    ours.some((folder) => `${resolve(path)}${sep}`.startsWith(folder + sep));
  return {
    name: 'offprint-content',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        root = fileURLToPath(config.root);
        isDev = command === 'dev';
        const polls = isPolling() || config.vite.server?.watch?.usePolling === true;
        ours = isDev && !polls && existsSync(archiveFolder(root)) ? largeFolders(root) : [];
        updateConfig({ vite: { server: { watch: { ignored: [isOurs] } } } });
        if (isDev) updateConfig({ vite: { plugins: [sharedCode(root)] } });
      },
      'astro:server:setup': ({ server }) => {
        // A build has a server, too, for its content: nobody looks at its pages.
        if (isDev) {
          followContent(server, root);
          const watch = new FolderWatch(ours, server.watcher);
          server.httpServer?.once('close', () => watch.close());
        }
        server.middlewares.use(newestContent(server));
      },
    },
  };
}
