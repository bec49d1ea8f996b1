/** What is said of kept collections. Pure. */
import * as words from '#words/offline.ts';
import { decimal } from '../../words/formats.ts';
import type { CollectionState, Failure } from '../messages.ts';

/** Bytes as people read them, e.g. "0.4 MB", "15 MB". */
export function megabytes(bytes: number): string {
  const size = bytes / 1e6;
  if (size >= 1000) return `${decimal(size / 1000, 1)} GB`;
  return `${size >= 9.95 ? Math.round(size) : decimal(Math.max(size, 0.1), 1)} MB`;
}

/** A collection's name in a list of others, and where its pages begin. */
export function collectionName(key: string, label = ''): { name: string; address: string } {
  const [kind, id = ''] = key.split(/:(.*)/s);
  if (kind === 'topic') return { name: label || id, address: `topics/${id}/` };
  if (kind === 'year') return { name: words.listedIn(id), address: 'digests/' };
  return kind === 'search'
    ? { name: words.search, address: 'search/' }
    : { name: words.everyPage, address: 'papers/' };
}

/** How far a collection is. */
export function progressWords({ status, got, bytes }: CollectionState, failure?: Failure): string {
  if (status === 'kept') return words.kept(megabytes(bytes));
  const far = words.far(got === 0 ? '0' : megabytes(got).replace(/ .*/, ''), megabytes(bytes));
  if (status === 'stopped') return words.stopped(far);
  return status === 'waiting' && failure !== undefined
    ? `${far}. ${words.whys[failure]}`
    : `${far} …`;
}
