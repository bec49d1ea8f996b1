import type { APIRoute } from 'astro';
import { publicAddress, getArchive, jsonLinesResponse } from '../archive/index.ts';

export const GET: APIRoute = async ({ site }) =>
  jsonLinesResponse((await getArchive()).papers, publicAddress(site));
