/** Positions and titles of a map that is too large for a page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getMap } from '../../map/index.ts';

export const getStaticPaths = (async () => {
  const { files } = await getMap();
  return [...(files?.contents.keys() ?? [])].map((file) => ({ params: { file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { files } = await getMap();
  const content = files?.contents.get(params['file'] ?? '');
  const isText = typeof content === 'string';
  return new Response(content ?? null, {
    status: content === undefined ? 404 : 200,
    headers: {
      'content-type': isText ? 'application/json; charset=utf-8' : 'application/octet-stream',
    },
  });
};
