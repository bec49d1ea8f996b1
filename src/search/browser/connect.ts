/** Opens the site's index in the browser. */
import { withBase } from '../../base.ts';
import { SearchError, type Connection } from '../answer.ts';
import { AssociatedWords } from '../associations/associated.ts';
import { readAssociationPlan } from '../associations/pack.ts';
import { indexFolder, readIndexPlan } from '../index/plan.ts';
import { RankedIndex } from '../index/ranked-index.ts';
import { textsFolder } from '../index/text-files.ts';
import { Vocabulary } from '../vocabulary/vocabulary.ts';
import { readPlan } from '../vocabulary/vocabulary-files.ts';
import { askPagefind } from './phrases.ts';

const folder = withBase(`${indexFolder}/`);
const texts = withBase(`${textsFolder}/`);
const vocabularyFolder = withBase('search/words');
const associationsFolder = withBase('search/related');

/**
 * Fetches a file of the index.
 *
 * @param gone what a server says that does not have it: a plan that is missing was never built, a part was replaced
 */
async function ask(url: string, gone: 'missing' | 'replaced'): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, gone === 'missing' ? { cache: 'no-cache' } : {});
  } catch (cause) {
    throw new SearchError('unreachable', { cause });
  }
  if (answer.status === 404) throw new SearchError(gone);
  if (!answer.ok) throw new SearchError('unreachable');
  return answer;
}

/** Fetches a file and unpacks it: the index is packed, whatever the server does. */
async function unpacked(url: string): Promise<Response> {
  const { body } = await ask(url, 'replaced');
  if (body === null) throw new SearchError('unreachable');
  return new Response(body.pipeThrough(new DecompressionStream('gzip')));
}

/** A plan, read. */
async function plan<Plan>(url: string, read: (value: unknown) => Plan | undefined): Promise<Plan> {
  const answer = await ask(url, 'missing');
  const value: unknown = await answer.json().catch(() => undefined);
  const found = read(value);
  if (found === undefined) throw new SearchError('missing');
  return found;
}

/**
 * Opens the index.
 *
 * @throws {SearchError} if it is missing or cannot be loaded
 */
export async function connect(): Promise<Connection> {
  const [ranked, words] = await Promise.all([
    plan(`${folder}plan.json`, readIndexPlan),
    plan(`${vocabularyFolder}.json`, readPlan),
  ]);
  return {
    index: new RankedIndex(ranked, async (name) => {
      const answer = await unpacked(`${folder}${name}.bin`);
      return new Uint8Array(await answer.arrayBuffer());
    }),
    vocabulary: new Vocabulary(words, async (name) =>
      (await ask(`${vocabularyFolder}/${name}.txt`, 'replaced')).text(),
    ),
    associated: new AssociatedWords(
      () => plan(`${associationsFolder}.json`, readAssociationPlan),
      async (name) => (await ask(`${associationsFolder}/${name}.txt`, 'replaced')).text(),
    ),
    text: async (name) => (await unpacked(`${texts}${name}.bin`)).text(),
    askPagefind,
  };
}
