/** Topics for the search box, and which files of authors there are. */
import type { APIRoute } from 'astro';
import { authorsOf, getArchive } from '../../archive/index.ts';
import { suggestFile } from '../../search/suggest/files.ts';

export const GET: APIRoute = async () => {
  const archive = await getArchive();
  return Response.json(suggestFile(archive.topics, authorsOf(archive).authors));
};
