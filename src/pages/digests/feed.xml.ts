import type { APIRoute } from 'astro';
import { site } from 'virtual:offprint/site';
import {
  absoluteAddress,
  getArchive,
  digestsFeed,
  atomResponse,
  noAnswer,
} from '../../archive/index.ts';

export const GET: APIRoute = async ({ site: origin }) =>
  site.feeds.which.includes('digests')
    ? atomResponse(digestsFeed(site, (await getArchive()).digests, absoluteAddress(origin)))
    : noAnswer();
