import type { APIRoute } from 'astro';
import { publicAddress, getArchive } from '../archive/index.ts';
import { bibliographyOf, bibliographyResponse } from '../citation/index.ts';

export const GET: APIRoute = async ({ site }) => {
  const archive = await getArchive();
  return bibliographyResponse(bibliographyOf(archive.papers, archive), publicAddress(site));
};
