/** How fast each service may be asked. Pure. */
import { arxivInterval } from '../enrich/client.ts';

/** Milliseconds from one request to the next of any other host. */
const usual = 1000;

/** A machine of one's own need not be spared. */
const isOwn = (host: string): boolean => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host);

/** Milliseconds from one request to the next of a host. */
export function intervalOf(host: string): number {
  if (/(?:^|\.)arxiv\.org$/i.test(host)) return arxivInterval;
  return isOwn(host) ? 0 : usual;
}
