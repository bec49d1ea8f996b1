/** Astro's content loader of the digests. */
import type { Loader, LoaderContext } from 'astro/loaders';
import { digestsFolder } from '../archive-folder.ts';
import { setLoaded } from './loaded.ts';
import { digestDataSchema } from './collections.ts';
import { digestData } from './digest-data.ts';
import { readDigests } from '../entries/files.ts';
import { openStore } from '../store/store.ts';
import { loadAndFollow, rootOf, tell, unlessUnchanged, type Loading } from './loading.ts';

/** The digests: one per capture of `digests`, with the account of its lines. */
export function digestsLoader() {
  const folders = [digestsFolder()];
  const load = async (context: LoaderContext, { seen }: Loading): Promise<() => boolean> => {
    const { store, parseData, generateDigest } = context;
    const root = rootOf(context);
    const reading = await readDigests(root, { seen, store: openStore(root) });
    const items: Parameters<typeof store.set>[0][] = [];
    for (const [id, read] of digestData(reading, openStore(root))) {
      const data = await parseData({ id, data: read });
      items.push({ id, data, digest: generateDigest(data) });
    }
    return () => {
      const gone = new Set(store.keys());
      for (const item of items) {
        gone.delete(item.id);
        store.set(item);
      }
      for (const id of gone) store.delete(id);
      restore(context);
      tell(context, reading.problems);
      return reading.problems.every(({ severity }) => severity === 'notice');
    };
  };
  const restore = ({ store }: LoaderContext): boolean => {
    const items = store.values();
    setLoaded(
      'digests',
      items.map(({ id, data }) => ({ id, data: digestDataSchema.parse(data) })),
      items.map(({ id, digest }) => `${id} ${digest}`).join(),
    );
    return true;
  };
  return {
    name: 'offprint-digests',
    schema: digestDataSchema,
    load: (context) =>
      loadAndFollow(context, folders, () =>
        unlessUnchanged(context, folders, {
          load: (loading) => load(context, loading),
          restore: () => restore(context),
        }),
      ),
  } satisfies Loader;
}
