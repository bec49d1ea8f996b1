/** Opens the index of a site, wherever its files are. */
import { SearchError, type Connection } from './answer.ts';
import { associatedWords } from './associations/associated.ts';
import { readAssociationPlan } from './associations/pack.ts';
import type { AskPagefind } from './clauses.ts';
import { indexFolder, readIndexPlan } from './index/plan.ts';
import { RankedIndex } from './index/ranked-index.ts';
import { textsFolder } from './index/text-files.ts';
import { Vocabulary } from './vocabulary/vocabulary.ts';
import { readPlan } from './vocabulary/vocabulary-files.ts';

/**
 * Gives a file of a site.
 *
 * @param path from the site's own
 * @param gone what it is if it is not there: a plan that is missing was never built, a part was replaced
 */
export type AskFile = (path: string, gone: 'missing' | 'replaced') => Promise<Response>;

const words = 'search/words';
const associations = 'search/related';

/**
 * Opens the index.
 *
 * @throws {SearchError} if it is missing or cannot be loaded
 */
export async function connectBy(ask: AskFile, askPagefind: AskPagefind): Promise<Connection> {
  /** The index is packed, whatever a server does. */
  const unpacked = async (path: string): Promise<Response> => {
    const { body } = await ask(path, 'replaced');
    if (body === null) throw new SearchError('unreachable');
    return new Response(body.pipeThrough(new DecompressionStream('gzip')));
  };
  const plan = async <Plan>(
    path: string,
    read: (value: unknown) => Plan | undefined,
  ): Promise<Plan> => {
    const answer = await ask(path, 'missing');
    const value: unknown = await answer.json().catch(() => undefined);
    const found = read(value);
    if (found === undefined) throw new SearchError('missing');
    return found;
  };
  const [ranked, vocabulary] = await Promise.all([
    plan(`${indexFolder}/plan.json`, readIndexPlan),
    plan(`${words}.json`, readPlan),
  ]);
  return {
    index: new RankedIndex(ranked, async (name) => {
      const answer = await unpacked(`${indexFolder}/${name}.bin`);
      return new Uint8Array(await answer.arrayBuffer());
    }),
    vocabulary: new Vocabulary(vocabulary, async (name) =>
      (await ask(`${words}/${name}.txt`, 'replaced')).text(),
    ),
    associated: associatedWords(
      () => plan(`${associations}.json`, readAssociationPlan),
      async (name) => (await ask(`${associations}/${name}.txt`, 'replaced')).text(),
    ),
    text: async (name) => (await unpacked(`${textsFolder}/${name}.bin`)).text(),
    askPagefind,
  };
}
