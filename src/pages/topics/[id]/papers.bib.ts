import type { APIRoute, GetStaticPaths } from 'astro';
import { absoluteAddress } from '../../../archive/address.ts';
import { getArchive } from '../../../archive/current.ts';
import { citationContexts } from '../../../archive/export.ts';
import { bibliographyResponse } from '../../../archive/responses.ts';

export const getStaticPaths = (async () =>
  (await getArchive()).topics.map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' }, site }) => {
  const archive = await getArchive();
  const topic = archive.topic(id);
  if (topic === undefined) return new Response(null, { status: 404 });
  return bibliographyResponse(topic.papers, citationContexts(archive, absoluteAddress(site)));
};
