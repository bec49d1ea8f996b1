/** Authors for the search box, by how the words of their names begin. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../../archive/index.ts';
import { authorFiles } from '../../../search/suggest/files.ts';

export const getStaticPaths = (async () =>
  [...authorFiles(await getArchive())].map(([shard, entries]) => ({
    params: { shard },
    props: { entries },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props['entries']);
