/** Parts of what the search's scripts ask for, by the names that `suggest.json`, `words.json` and `related.json` give. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { answer, authorsOf, getArchive, searchedPapers } from '../../../archive/index.ts';
import { getAssociations } from '../../../search/associations/current.ts';
import { authorFiles } from '../../../search/suggest/files.ts';
import { getVocabulary } from '../../../search/vocabulary/current.ts';

const textOf = ([part, text]: readonly [string, string]) => [`${part}.txt`, text] as const;

export const getStaticPaths = (async () => {
  const archive = await getArchive();
  const papers = searchedPapers(archive);
  const authors = [...authorFiles(authorsOf(archive).authors)];
  const folders = {
    authors: authors.map(([shard, found]) => [`${shard}.json`, JSON.stringify(found)] as const),
    words: [...(await getVocabulary(papers)).parts].map(textOf),
    related: [...(await getAssociations(papers)).parts].map(textOf),
  };
  return Object.entries(folders).flatMap(([folder, files]) =>
    files.map(([file, text]) => ({ params: { folder, file }, props: { text } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ params, props: { text } }) =>
  answer(
    text,
    params['file']?.endsWith('.json') ? 'application/json' : 'text/plain; charset=utf-8',
  );
