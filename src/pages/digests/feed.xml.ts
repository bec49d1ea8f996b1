import type { APIRoute } from 'astro';
import { absoluteAddress, getArchive, digestsFeed, atomResponse } from '../../archive/index.ts';

export const GET: APIRoute = async ({ site }) =>
  atomResponse(digestsFeed((await getArchive()).digests, absoluteAddress(site)));
