import type { APIRoute } from 'astro';
import { absoluteAddress, getArchive, jsonLinesResponse } from '../archive/index.ts';

export const GET: APIRoute = async ({ site }) =>
  jsonLinesResponse((await getArchive()).papers, absoluteAddress(site));
