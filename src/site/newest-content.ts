/** In dev: every page is made of what the content layer wrote last. */
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ViteDevServer } from 'vite';

/** Astro's module that holds the content. */
const contentModule = '\0astro:data-layer-content';

/** Has the content read again when a page asks for it next. */
function forgetContent({ environments }: Pick<ViteDevServer, 'environments'>): void {
  for (const { moduleGraph, hot } of Object.values(environments)) {
    const known = moduleGraph.getModuleById(contentModule);
    if (known === undefined) continue;
    moduleGraph.invalidateModule(known);
    // Astro keeps what `getStaticPaths` gave until it hears this.
    hot.send('astro:content-changed', {});
  }
}

/**
 * Looks at the content layer's file before each request is answered. Astro 7.3 itself has its module of the content
 * made anew once that file was written; but if an older content is being read for a page just then, Vite keeps what
 * comes of it, and all pages show it until something else changes.
 *
 * @param file the content layer's file, absolute
 * @returns a handler of Node's kind, that passes on every request
 */
export function newestContent(server: Pick<ViteDevServer, 'environments'>, file: string) {
  /** The version that the pages show, if it is sure. */
  let shown: string | undefined;
  const version = async (): Promise<string | undefined> => {
    const found = await stat(file, { bigint: true }).catch(() => undefined);
    return found && `${found.ino} ${found.mtimeNs} ${found.size}`;
  };
  return async (_: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
    const before = await version();
    if (before !== shown) forgetContent(server);
    shown = before;
    // What was read for it may have been written over meanwhile, and what a later request was given with it.
    const isOld = async (): Promise<void> => {
      if ((await version()) !== before) shown = undefined;
    };
    response.once('close', () => void isOld());
    next();
  };
}
