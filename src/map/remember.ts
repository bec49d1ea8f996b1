/** Keeps the layout of a build for the next one; with it or without, the map is the same. */
import { createHash } from 'node:crypto';
import { keptOr } from '../cache-file.ts';
import { layOut } from './layout.ts';
import type { LayOut } from './make.ts';

/** To be raised whenever the layout's code gives other positions for the same neighbours. */
const version = 2;

/**
 * @param file absolute; one that is missing, foreign or cannot be written does not matter
 * @returns {@link layOut}, which is asked only if neighbours, topics or papers have changed
 */
export function remembering(file: string): LayOut {
  return (nearest, facts) => {
    const hash = createHash('sha256').update(`${version}\0${nearest.k}`);
    for (const part of [nearest.places, nearest.similarities, facts.seeds, facts.topics])
      hash.update(part);
    return keptOr(file, hash.digest(), () => layOut(nearest, facts));
  };
}
