/** Topics for the search box, and which files of authors there are. */
import type { APIRoute } from 'astro';
import { getArchive } from '../../archive/index.ts';
import { suggestFile } from '../../search/suggest/files.ts';

export const GET: APIRoute = async () => Response.json(suggestFile(await getArchive()));
