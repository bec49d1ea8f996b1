import type { APIRoute } from 'astro';
import { absoluteAddress, getArchive } from '../archive/index.ts';
import { bibliographyResponse } from '../citation/index.ts';

export const GET: APIRoute = async ({ site }) => {
  const archive = await getArchive();
  return bibliographyResponse(archive.papers, archive, absoluteAddress(site));
};
