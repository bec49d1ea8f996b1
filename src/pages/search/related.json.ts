/** Where the parts of the associations are. */
import type { APIRoute } from 'astro';
import { getArchive, searchedPapers } from '../../archive/index.ts';
import { getAssociations } from '../../search/associations/current.ts';
import { writeParts } from '../../search/part-addresses.ts';

export const GET: APIRoute = async () =>
  Response.json(writeParts((await getAssociations(searchedPapers(await getArchive()))).plan));
