/** The files that name topics and authors: `BASE/search/suggest.json`, and authors by how words of their names begin. */
import { withBase } from '../../../base.ts';
import { memoise } from '../../../once.ts';
import { foldedWords } from '../../../text/words.ts';
import { ruleId, shardOf } from '../../suggest/shards.ts';
import { readAuthors, readSuggestFile, type SuggestFile } from '../../suggest/suggest-files.ts';

/** Letters before which nothing is looked for: one finds nearly everything. */
export const least = 2;

/** A file below `BASE/search/`, fetched once; asked for again after a failure. */
const file = memoise(async (name: string): Promise<unknown> => {
  const answer = await fetch(withBase(`search/${name}.json`));
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer.json();
});

/** @throws if the file cannot be had */
export const suggestFile = async (): Promise<SuggestFile> => readSuggestFile(await file('suggest'));

/** An author who has a page at `authors/<id>/`. */
export interface NamedAuthor {
  readonly id: string;
  readonly name: string;
  readonly papers: number;
}

/** Authors among whom those are whose names have the words of a query. @throws if the file cannot be had */
export async function authorsNear(
  { authors: shards }: SuggestFile,
  query: string,
): Promise<readonly NamedAuthor[]> {
  // Any word of the name leads to it; the first stays the same while the others are typed.
  const typed = foldedWords(query).find((word) => word.length >= least) ?? '';
  const shard = shardOf(typed, shards);
  if (typed === '' || shard === undefined) return [];
  const entries = readAuthors(await file(`authors/${shard}`));
  return entries.map(([name, papers, id = ruleId(name)]) => ({ id, name, papers }));
}

/** Id of the author of exactly this name, whatever its accents and capitals. @throws if a file cannot be had */
export async function authorNamed(name: string): Promise<string | undefined> {
  const folded = foldedWords(name).join(' ');
  const near = await authorsNear(await suggestFile(), name);
  return near.find((author) => foldedWords(author.name).join(' ') === folded)?.id;
}
