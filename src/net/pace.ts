/** How fast each service may be asked. Pure. */
import { isOwnHost } from './public-hosts.ts';

/**
 * Milliseconds from an answer to the next request: arXiv allows one in three seconds over one connection.
 *
 * @see https://info.arxiv.org/help/api/tou.html
 */
export const arxivInterval = 3000;

/** The same for any other host. */
const usual = 1000;

/** Milliseconds from an answer of a host to the next request. A machine of one's own need not be spared. @param host with its port, if it has one */
export function intervalOf(host: string): number {
  if (/(?:^|\.)arxiv\.org$/i.test(host)) return arxivInterval;
  return isOwnHost(host.replace(/:\d+$/, '')) ? 0 : usual;
}
