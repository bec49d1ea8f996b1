/** Where the parts of the vocabulary are. */
import type { APIRoute } from 'astro';
import { getArchive, searchedPapers } from '../../archive/index.ts';
import { getVocabulary } from '../../search/vocabulary/current.ts';
import { writePlan } from '../../search/vocabulary/vocabulary-files.ts';

export const GET: APIRoute = async () =>
  Response.json(writePlan((await getVocabulary(searchedPapers(await getArchive()))).plan));
