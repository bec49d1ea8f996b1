import type { APIRoute } from 'astro';
import { site } from 'virtual:offprint/site';
import { absoluteAddress, answer, feedsOf, getArchive } from '../archive/index.ts';
import { opml } from '../text/opml.ts';

export const GET: APIRoute = async ({ site: origin }) => {
  const absolute = absoluteAddress(origin);
  const { atom, topics } = feedsOf(site, await getArchive());
  const outlines = [...atom, ...topics].map(({ title, page, path }) => ({
    title: `${title} – ${site.title}`,
    page: absolute(page),
    feed: absolute(path),
  }));
  return answer(opml(site.title, outlines), 'text/x-opml; charset=utf-8');
};
