import type { APIRoute } from 'astro';
import { absoluteAddress } from '../archive/address.ts';
import { getArchive } from '../archive/current.ts';
import { jsonLinesResponse } from '../archive/responses.ts';

export const GET: APIRoute = async ({ site }) =>
  jsonLinesResponse((await getArchive()).papers, absoluteAddress(site));
