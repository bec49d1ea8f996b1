/** Astro's content loader of the topics. It also tells what is wrong with an owner's other files. */
import { resolve, sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { digestsFolder, inArchive, papersFolder, recordsFolder } from '../archive-folder.ts';
import { readOwnerFiles } from '../check/owner-files.ts';
import { formatPlace } from '../diagnostics/diagnostic.ts';
import { setLoaded } from './loaded.ts';
import { filePathOf, loadAndFollow, rootOf, tell } from './loading.ts';

/** Whether a file is in a folder that is only looked through for strays, which takes long and nobody waits for. */
const isLarge = (root: string, path: string): boolean =>
  [papersFolder(), digestsFolder(), recordsFolder()].some((folder) =>
    path.startsWith(resolve(root, folder) + sep),
  );

/** The topics: one per file of `topics`; one with a problem is told and left out. */
export function topicsLoader() {
  let told = '';
  const load = async (context: LoaderContext): Promise<void> => {
    const { store, parseData, generateDigest } = context;
    const { topics, files, problems } = await readOwnerFiles(rootOf(context));
    const found = problems.map(({ where, what }) => `${formatPlace(where)} ${what}`).join('\n');
    if (found !== told) tell(context, problems);
    told = found;
    const gone = new Set(store.keys());
    for (const { id, notes, ofSet: _, ...rules } of topics) {
      gone.delete(id);
      const data = await parseData({
        id,
        data: rules,
        filePath: filePathOf(context, files.get(id) ?? ''),
      });
      store.set({ id, data, body: notes, digest: generateDigest({ rules, notes }) });
    }
    for (const id of gone) store.delete(id);
    setLoaded('topics', topics, JSON.stringify(topics));
  };
  return {
    name: 'offprint-topics',
    load: (context) =>
      loadAndFollow(
        context,
        [inArchive()],
        () => load(context),
        (paths) => paths.filter((path) => !isLarge(rootOf(context), path)),
      ),
  } satisfies Loader;
}
