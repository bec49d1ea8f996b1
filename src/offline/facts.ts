/** What a build tells its service worker: the first line of `sw.js`. */
import type { OfflinePlan } from './plan.ts';

/** A file to keep: address under the base path, decoded; SHA-256 of its content in base64. */
export type Listed = readonly [address: string, hash: string];

export interface WorkerFacts {
  readonly edition: string;
  readonly mode: OfflinePlan['mode'];
  /** The site's base path, with slashes at both ends. */
  readonly base: string;
  /** What every cache of the site is called at the start; several sites may share an origin. */
  readonly prefix: string;
  readonly kept: readonly Listed[];
  /** Of `visited`: fetched ahead, and asked from the network first. */
  readonly ahead: readonly Listed[];
  /** Of `visited`: SHA-256 of the list of packs in base64. */
  readonly packs?: string;
}
