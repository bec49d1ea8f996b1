import type { APIRoute, GetStaticPaths } from 'astro';
import { absoluteAddress, getArchive } from '../../../archive/index.ts';
import { citationContexts, bibliographyResponse } from '../../../citation/index.ts';

export const getStaticPaths = (async () =>
  (await getArchive()).topics.map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' }, site }) => {
  const archive = await getArchive();
  const topic = archive.topic(id);
  if (topic === undefined) return new Response(null, { status: 404 });
  return bibliographyResponse(topic.papers, citationContexts(archive, absoluteAddress(site)));
};
