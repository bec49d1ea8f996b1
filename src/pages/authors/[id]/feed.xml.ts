import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from 'virtual:offprint/site';
import {
  absoluteAddress,
  atomResponse,
  authorFeed,
  authorsOf,
  getArchive,
  hasFeed,
  type Author,
} from '../../../archive/index.ts';

export const getStaticPaths = (async () =>
  site.feeds.which.includes('authors')
    ? authorsOf(await getArchive())
        .authors.filter(({ papers }) => hasFeed(papers.length))
        .map((author) => ({ params: { id: author.id }, props: { author } }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ author: Author }> = ({ props: { author }, site: origin }) =>
  atomResponse(authorFeed(site, author, absoluteAddress(origin)));
