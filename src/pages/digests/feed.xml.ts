import type { APIRoute } from 'astro';
import { absoluteAddress } from '../../archive/address.ts';
import { getArchive } from '../../archive/current.ts';
import { digestsFeed } from '../../archive/feeds.ts';
import { atomResponse } from '../../archive/responses.ts';

export const GET: APIRoute = async ({ site }) =>
  atomResponse(digestsFeed((await getArchive()).digests, absoluteAddress(site)));
