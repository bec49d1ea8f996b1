import type { APIRoute } from 'astro';
import { site } from 'virtual:offprint/site';
import {
  absoluteAddress,
  getArchive,
  archiveFeed,
  jsonFeedResponse,
  noAnswer,
} from '../archive/index.ts';

export const GET: APIRoute = async ({ site: origin }) =>
  site.feeds.which.includes('json')
    ? jsonFeedResponse(archiveFeed(site, await getArchive(), absoluteAddress(origin), 'feed.json'))
    : noAnswer();
