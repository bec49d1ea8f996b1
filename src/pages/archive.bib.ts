import type { APIRoute } from 'astro';
import { absoluteAddress } from '../archive/address.ts';
import { getArchive } from '../archive/current.ts';
import { citationContexts } from '../archive/export.ts';
import { bibliographyResponse } from '../archive/responses.ts';

export const GET: APIRoute = async ({ site }) => {
  const archive = await getArchive();
  return bibliographyResponse(archive.papers, citationContexts(archive, absoluteAddress(site)));
};
