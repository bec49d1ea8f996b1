import type { APIRoute, GetStaticPaths } from 'astro';
import { absoluteAddress } from '../../../archive/address.ts';
import { getArchive } from '../../../archive/current.ts';
import { citationContexts } from '../../../archive/export.ts';
import { bibliographyResponse } from '../../../archive/responses.ts';

export const getStaticPaths = (async () =>
  (await getArchive()).digests.map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' }, site }) => {
  const archive = await getArchive();
  const digest = archive.digest(id);
  if (digest === undefined) return new Response(null, { status: 404 });
  const papers = digest.papers.map(({ paper }) => paper);
  return bibliographyResponse(papers, citationContexts(archive, absoluteAddress(site)));
};
