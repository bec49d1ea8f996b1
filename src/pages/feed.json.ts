import type { APIRoute } from 'astro';
import { absoluteAddress, getArchive, archiveFeed, jsonFeedResponse } from '../archive/index.ts';

export const GET: APIRoute = async ({ site }) =>
  jsonFeedResponse(archiveFeed(await getArchive(), absoluteAddress(site), 'feed.json'));
