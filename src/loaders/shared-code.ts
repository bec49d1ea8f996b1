/** In dev: pages run what Node has loaded for the loaders, so that Vite need not compile it once more. */
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { normalizePath, type Plugin } from 'vite';
import { reloadPages } from '../site/integration.ts';
import { closureOf, importsOf } from '../store/code.ts';

/** What Vite alone can make of a module, or makes otherwise than Node. */
const forVite =
  /['"](?:#words\/|virtual:|astro:)|\bimport\.meta\.(?:env|glob|hot)\b|['"]\.[^'"\n]*(?:\.astro|\.css|\?\w+)['"]/;

/** Vite hands addresses that begin so to Node. They are those of files, which Node knows without the host. */
const address = 'file://localhost/';

/** Modules that pages can share with Node: those it has loaded that nothing is in, or in what they import, for Vite. */
export class SharedCode {
  readonly #shared: Set<string>;
  readonly #importers = new Map<string, string[]>();

  /** @param entry what Node has loaded, from the project's folder */
  constructor(root: string, entry: string) {
    const files = closureOf(root, [entry]).map((name) => normalizePath(join(root, name)));
    this.#shared = new Set(files);
    for (const file of files) {
      for (const other of importsOf(file).map(normalizePath))
        this.#importers.set(other, [...(this.#importers.get(other) ?? []), file]);
    }
    for (const file of files) {
      if (file.endsWith('.ts') && forVite.test(readFileSync(file, 'utf8'))) this.exclude(file);
    }
  }

  has(file: string): boolean {
    return this.#shared.has(file);
  }

  /** Leaves a module to Vite from now on, and all that import it. */
  exclude(file: string): void {
    const look = [file];
    const seen = new Set<string>();
    for (let path = look.pop(); path !== undefined; path = look.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      this.#shared.delete(path);
      look.push(...(this.#importers.get(path) ?? []));
    }
  }
}

/**
 * Vite's plugin for it. A module that is edited, and what imports it, is Vite's from then on: Node loads a file once.
 *
 * @param root the project's folder
 */
export function sharedCode(root: string): Plugin {
  const shared = new SharedCode(root, 'src/index.ts');
  return {
    name: 'offprint-shared-code',
    enforce: 'pre',
    configEnvironment: (name) =>
      name === 'client'
        ? undefined
        : // Vite's own list, which this would take the place of.
          {
            resolve: {
              builtins: [...builtinModules, /^(?:node|npm|bun):/, /^file:\/\/localhost\//],
            },
          },
    resolveId(id, importer) {
      if (this.environment.name === 'client' || importer === undefined || !id.startsWith('.'))
        return undefined;
      const file = normalizePath(join(dirname(importer.replace(/\?.*/, '')), id));
      if (!file.endsWith('.ts') || !shared.has(file)) return undefined;
      return { id: address + pathToFileURL(file).pathname.slice(1), external: true };
    },
    configureServer(server) {
      server.watcher.on('change', (path) => {
        const file = normalizePath(path);
        if (!shared.has(file)) return;
        shared.exclude(file);
        reloadPages(server);
      });
    },
  };
}
