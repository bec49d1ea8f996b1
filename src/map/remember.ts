/** Keeps the layout of a build for the next one; with it or without, the map is the same. */
import { createHash } from 'node:crypto';
import { keptOrMade, type Keep } from '../store/keep.ts';
import type { Kind } from '../store/kind.ts';
import { layOut } from './layout.ts';
import type { LayOut } from './make.ts';
import type { Positions } from './start.ts';

const kind: Kind<Positions> = { name: 'map-layout', modules: ['src/map/layout.ts'] };

/** @returns {@link layOut}, which is asked only if neighbours, topics or papers have changed */
export function remembering(keep: Keep): LayOut {
  return (nearest, facts) => {
    const hash = createHash('sha256').update(String(nearest.k));
    for (const part of [nearest.places, nearest.similarities, facts.seeds, facts.topics])
      hash.update(part);
    return keptOrMade(keep, [kind, '', hash.digest('base64url')], () => layOut(nearest, facts));
  };
}
