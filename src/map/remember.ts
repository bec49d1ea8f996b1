/** Keeps what of a map is costly for the next build; with it or without, the map is the same. */
import { createHash } from 'node:crypto';
import { otherPapers } from '#words/map.ts';
import { topicIdsOf } from '../archive/index.ts';
import { keptOrMade, type Keep } from '../store/keep.ts';
import type { Kind } from '../store/kind.ts';
import { layOut } from './layout.ts';
import type { Surveyors } from './make.ts';
import { surveySteady, type SteadyRegions } from './regions.ts';
import type { Positions } from './start.ts';

const layouts: Kind<Positions> = { name: 'map-layout', modules: ['src/map/layout.ts'] };
const surveys: Kind<SteadyRegions> = { name: 'map-regions', modules: ['src/map/regions.ts'] };

/** @returns {@link layOut} and {@link surveySteady}, which are asked only if what they are given has changed */
export function remembering(keep: Keep): Surveyors {
  return {
    lay: (nearest, facts) => {
      const hash = createHash('sha256').update(String(nearest.k));
      for (const part of [nearest.places, nearest.similarities, facts.seeds, facts.topics])
        hash.update(part);
      return keptOrMade(keep, [layouts, '', hash.digest('base64url')], () =>
        layOut(nearest, facts),
      );
    },
    survey: (papers, topics, positions) => {
      const named = [otherPapers, topics.map(({ id, label }) => [id, label])];
      const hash = createHash('sha256').update(JSON.stringify(named)).update(positions);
      for (const paper of papers) hash.update(JSON.stringify([paper.wording, topicIdsOf(paper)]));
      const key = hash.digest('base64url');
      return keptOrMade(keep, [surveys, '', key], () => surveySteady(papers, topics, positions));
    },
  };
}
