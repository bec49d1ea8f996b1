/** Which papers of a digest a recipient gets. */
import type { Archive } from '../archive/index.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/likely.ts';
import { searchFor } from '../search/address.ts';
import type { SearchEngine } from '../search/engine.ts';
import { noFilters } from '../search/facets.ts';
import { papersOf, type Listing } from './edition.ts';
import type { Recipient, Wish } from './list.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Ids of topics by id and by label. */
export function topicNames({ topics }: Pick<Archive, 'topics'>): Map<string, string> {
  const labels = topics.map(({ id, label }) => [plain(label), id] as const);
  return new Map([...labels, ...topics.map(({ id }) => [plain(id), id] as const)]);
}

/** Topics of the list that the archive does not have. @param file what to call the list */
export function unknownTopics(
  file: string,
  recipients: readonly Pick<Recipient, 'wishes'>[],
  names: ReadonlyMap<string, string>,
): Diagnostic[] {
  const said = recipients.flatMap(({ wishes }) => wishes.flatMap(({ topics }) => topics));
  return said.flatMap(({ text, line, column }) => {
    if (names.has(plain(text))) return [];
    const meant = didYouMean(plain(text), names.keys());
    return [diagnostic('mail/topic', { file, line, column }, { topic: text, meant })];
  });
}

/** Finds out for queries which papers of a digest they find, each query once. */
export type FindPapers = (query: string) => Promise<ReadonlySet<string>>;

/**
 * The site's own search, narrowed to a digest. A mail holds what a query says and nothing near it: no words that go with
 * its words, no slips mended.
 *
 * @param digest its id
 */
export function findingIn(engine: SearchEngine, digest: string): FindPapers {
  const known = new Map<string, Promise<ReadonlySet<string>>>();
  const find = async (query: string): Promise<ReadonlySet<string>> => {
    const filters = { ...noFilters, digest: [digest] };
    const answer = await engine.search({ ...searchFor(query), filters, verbatim: true });
    const whole = answer.loosened === 'phrase' ? 0 : (answer.whole ?? answer.total);
    return new Set((await answer.hits(whole)).map(({ id }) => id));
  };
  return (query) => {
    const found = known.get(query) ?? find(query);
    known.set(query, found);
    return found;
  };
}

/** As much of a paper as choosing looks at. */
interface Choosable {
  readonly id: string;
  readonly topics: readonly { readonly topic: string }[];
}

async function wishedFor(
  { topics, queries }: Wish,
  digest: Listing<Choosable>,
  names: ReadonlyMap<string, string>,
  find: FindPapers,
): Promise<string[]> {
  const ids = new Set(topics.map(({ text }) => names.get(plain(text))));
  const found = await Promise.all(queries.map(({ text }) => find(text)));
  return papersOf(digest)
    .filter(
      (paper) =>
        (ids.size === 0 || paper.topics.some(({ topic }) => ids.has(topic))) &&
        (found.length === 0 || found.some((some) => some.has(paper.id))),
    )
    .map(({ id }) => id);
}

/** Ids of the papers of a digest that a recipient wants: all that any line asks for. */
export async function chosenFor(
  { wishes }: Pick<Recipient, 'wishes'>,
  digest: Listing<Choosable>,
  names: ReadonlyMap<string, string>,
  find: FindPapers,
): Promise<ReadonlySet<string>> {
  const wished = await Promise.all(wishes.map((wish) => wishedFor(wish, digest, names, find)));
  return new Set(wished.flat());
}
