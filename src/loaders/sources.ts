/** Astro's content loader of what was collected: `collected.jsonl` and `sources.yaml`. */
import { hash } from 'node:crypto';
import type { Loader } from 'astro/loaders';
import { collectedFile, sourcesFile } from '../archive-folder.ts';
import { readCollectedFile } from '../entries/left-out.ts';
import { loadAndFollow, rootOf } from './loading.ts';
import { setLoaded } from './loaded.ts';
import { readSources } from '../collect/files.ts';
import { readCollected } from '../collect/ledger.ts';
import { shownCollection } from '../collect/shown.ts';

/** The sources, each with its account. A mistake in `sources.yaml` is for `check` and `collect` to tell. */
export const sourcesLoader = () =>
  ({
    name: 'offprint-sources',
    load: async (context) => {
      const root = rootOf(context);
      const load = async (): Promise<void> => {
        const text = await readCollectedFile(root);
        const { sources = [] } = await readSources(root);
        setLoaded(
          'collection',
          shownCollection(readCollected(text), sources),
          hash('sha1', JSON.stringify([text, sources])),
        );
      };
      await loadAndFollow(context, [collectedFile(), sourcesFile()], load);
    },
  }) satisfies Loader;
