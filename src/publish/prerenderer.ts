/** Leaves out of a build the pages that stand already, made of the same. */
import type { AstroPrerenderer } from 'astro';
import { reportStep } from '../progress/steps.ts';
import { fileAt } from './expected.ts';
import { withoutIdleSpace } from './idle-space.ts';
import type { SiteFolder } from './site-folder.ts';

/** A page without white space that means nothing; anything else as it is. */
async function tightened(made: Response): Promise<Response> {
  const isPage = made.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!isPage || made.body === null) return made;
  return new Response(withoutIdleSpace(await made.text()), made);
}

/**
 * Astro's own prerenderer, but for pages whose `cacheKey` (from their route's `getStaticPaths`) is that of the
 * standing file: these are left out.
 *
 * @param site the site in the making; is given the addresses of all pages
 */
export function skippingStanding(pages: AstroPrerenderer, site: SiteFolder): AstroPrerenderer {
  let total = 0;
  let done = 0;
  return {
    ...pages,
    getStaticPaths: async () => {
      reportStep('pages', 0, 0);
      const all = await pages.getStaticPaths();
      site.pages = all
        .filter(({ route }) => route.type === 'page')
        .map(({ pathname }) => pathname.replace(/^\//, '').replace(/(?<=[^/])$/, '/'));
      const fresh = all.filter(({ pathname, route, cacheKey }) => {
        if (cacheKey === undefined) return true;
        const path = fileAt(pathname, route.type);
        if (site.keeps(path, cacheKey)) return false;
        site.mark(path, cacheKey);
        return true;
      });
      total = fresh.length;
      return fresh;
    },
    render: async (request, options) => {
      const page = await pages.render(request, options);
      done += 1;
      reportStep('pages', done, total);
      return page instanceof Response
        ? tightened(page)
        : { ...page, response: await tightened(page.response) };
    },
  };
}
