/** Opens the site's index in the browser. */
import { withBase } from '../../base.ts';
import { SearchError, type Connection } from '../answer.ts';
import { connectBy } from '../connect.ts';
import { askPagefind } from './phrases.ts';

/** Fetches a file of the index. */
async function ask(path: string, gone: 'missing' | 'replaced'): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(withBase(path), gone === 'missing' ? { cache: 'no-cache' } : {});
  } catch (cause) {
    throw new SearchError('unreachable', { cause });
  }
  if (answer.status === 404) throw new SearchError(gone);
  if (!answer.ok) throw new SearchError('unreachable');
  return answer;
}

/**
 * Opens the index.
 *
 * @throws {SearchError} if it is missing or cannot be loaded
 */
export const connect = (): Promise<Connection> => connectBy(ask, askPagefind);
