/** In dev: every page is made of what the content loaders hold. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ViteDevServer } from 'vite';
import { loadedContent } from '../loaders/loaded.ts';

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
