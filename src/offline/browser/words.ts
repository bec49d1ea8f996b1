/** What is said of kept collections. Pure. */
import type { CollectionState, Failure } from '../messages.ts';

/** Bytes as people read them, e.g. "0.4 MB", "15 MB". */
export function megabytes(bytes: number): string {
  const size = bytes / 1e6;
  if (size >= 1000) return `${(size / 1000).toFixed(1)} GB`;
  return `${size >= 9.95 ? Math.round(size) : Math.max(size, 0.1).toFixed(1)} MB`;
}

/** A collection's name in a list of others, and where its pages begin. */
export function collectionName(key: string, label = ''): { name: string; address: string } {
  const [kind, id = ''] = key.split(/:(.*)/s);
  if (kind === 'topic') return { name: label || id, address: `topics/${id}/` };
  if (kind === 'year') return { name: `Listed in ${id}`, address: 'digests/' };
  return kind === 'search'
    ? { name: 'Search and abstracts', address: 'search/' }
    : { name: 'Every page', address: 'papers/' };
}

/** Why something is not there yet. */
export const whys: Readonly<Record<Failure, string>> = {
  network: 'No network. It goes on by itself when there is one.',
  full: 'There is no room left on this device. Remove something, then resume.',
  replaced: 'The archive has just been updated. Its new edition is fetched next.',
};

/** How far a collection is. */
export function progressWords({ status, got, bytes }: CollectionState, failure?: Failure): string {
  if (status === 'kept') return `Kept on this device, ${megabytes(bytes)}.`;
  const far = `${got === 0 ? '0' : megabytes(got).replace(/ .*/, '')} of ${megabytes(bytes)}`;
  if (status === 'stopped') return `Stopped at ${far}.`;
  return status === 'waiting' && failure !== undefined ? `${far}. ${whys[failure]}` : `${far} …`;
}
