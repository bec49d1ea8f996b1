/** The client of commands that ask servers, with what a person sees of it. */
import { intervalOf } from '../src/net/pace.ts';
import { inWords } from '../src/enrich/report.ts';
import { Client } from '../src/net/client.ts';
import { publicNetwork, refusal } from '../src/net/public-hosts.ts';

export const ownNetworkUsage =
  '--own-network     also ask addresses of this machine and its network, without encryption too';

/**
 * A client for the open network.
 *
 * @param own whether one's own network may be asked
 * @param show shows a line of progress
 */
export const makeClient = (
  own: boolean,
  show: (what: string) => void,
  signal?: AbortSignal,
): Client =>
  new Client({
    interval: intervalOf,
    timeout: 60_000,
    attempts: 4,
    backOff: 3000,
    signal,
    onWait: (why, wait) => show(`${why}; asking again in ${inWords(wait)}`),
    refusal: (address) => refusal(address, { own }),
    network: own ? undefined : publicNetwork,
  });
