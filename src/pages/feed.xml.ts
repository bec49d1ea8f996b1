import type { APIRoute } from 'astro';
import { absoluteAddress, getArchive, archiveFeed, atomResponse } from '../archive/index.ts';

export const GET: APIRoute = async ({ site }) =>
  atomResponse(archiveFeed(await getArchive(), absoluteAddress(site), 'feed.xml'));
