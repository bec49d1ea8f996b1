import type { APIRoute } from 'astro';
import { site } from 'virtual:offprint/site';
import {
  absoluteAddress,
  getArchive,
  archiveFeed,
  atomResponse,
  noAnswer,
} from '../archive/index.ts';

export const GET: APIRoute = async ({ site: origin }) =>
  site.feeds.which.includes('atom')
    ? atomResponse(archiveFeed(site, await getArchive(), absoluteAddress(origin), 'feed.xml'))
    : noAnswer();
