/** What pages and the service worker say to each other. */
import type { OfflinePlan } from './plan.ts';

/** Asked by a page, answered through the port that comes with it by an `OfflineState`. */
export type Request =
  | { readonly type: 'state' }
  /** Keep a collection, or go on fetching it. */
  | { readonly type: 'keep'; readonly key: string }
  /** Stop fetching it; what is there stays. */
  | { readonly type: 'stop'; readonly key: string }
  | { readonly type: 'remove'; readonly key: string }
  /** Do away with everything. */
  | { readonly type: 'clear' };

/** Why fetching ended before everything was there; `replaced`: the site has another edition now. */
export type Failure = 'network' | 'full' | 'replaced';

export interface CollectionState {
  /** `waiting`: is to be fetched, and is not being fetched now. */
  readonly status: 'fetching' | 'waiting' | 'stopped' | 'kept';
  /** Bytes as they were fetched, of all. */
  readonly got: number;
  readonly bytes: number;
}

export interface OfflineState {
  readonly edition: string;
  readonly mode: OfflinePlan['mode'];
  /** What the reader has chosen, by key. */
  readonly collections: Readonly<Record<string, CollectionState>>;
  readonly failure?: Failure;
}

/** Said by the worker to every page. */
export type Told =
  | { readonly type: 'offline'; readonly state: OfflineState }
  /** Another edition than the page's is there. */
  | { readonly type: 'edition' };
