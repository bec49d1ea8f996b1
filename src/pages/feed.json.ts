import type { APIRoute } from 'astro';
import { absoluteAddress } from '../archive/address.ts';
import { getArchive } from '../archive/current.ts';
import { archiveFeed } from '../archive/feeds.ts';
import { jsonFeedResponse } from '../archive/responses.ts';

export const GET: APIRoute = async ({ site }) =>
  jsonFeedResponse(archiveFeed(await getArchive(), absoluteAddress(site), 'feed.json'));
