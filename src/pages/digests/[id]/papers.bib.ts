import type { APIRoute, GetStaticPaths } from 'astro';
import { absoluteAddress, getArchive } from '../../../archive/index.ts';
import { citationContexts, bibliographyResponse } from '../../../citation/index.ts';

export const getStaticPaths = (async () =>
  (await getArchive()).digests.map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' }, site }) => {
  const archive = await getArchive();
  const digest = archive.digest(id);
  if (digest === undefined) return new Response(null, { status: 404 });
  const papers = digest.papers.map(({ paper }) => paper);
  return bibliographyResponse(papers, citationContexts(archive, absoluteAddress(site)));
};
