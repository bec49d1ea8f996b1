/** Astro's content loaders of the owner's own pages and notes. What is wrong with a file, the loader of topics tells. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import type { Loader } from 'astro/loaders';
import type { z } from 'astro/zod';
import { inArchive, publicFolder } from '../archive-folder.ts';
import { withSlashes } from '../base-path.ts';
import { loadAndFollow, rootOf } from './loading.ts';
import { setLoaded, type OwnItem } from './loaded.ts';
import { renderOwnWords, type Size, type Surroundings } from '../text/own-words.ts';
import { readNotes, readPages, type OwnFiles } from '../owner/files.ts';
import { shownNoteSchema, shownPageSchema } from '../owner/schema.ts';

/** The size of a picture that is served as it is; undefined where that cannot be told. */
async function sizeIn(folder: string, path: string): Promise<Size | undefined> {
  try {
    const { width, height } = await imageMetadata(await readFile(join(folder, path)));
    return { width, height };
  } catch {
    return undefined;
  }
}

function ownLoader<Schema extends z.ZodType>(
  name: 'pages' | 'notes',
  schema: Schema,
  read: (root: string) => Promise<OwnFiles>,
  level: Surroundings['level'],
  show: (items: OwnItem<z.infer<Schema>>[], mark: string) => void,
) {
  return {
    name: `offprint-${name}`,
    schema,
    load: async (context) => {
      const { store, config, generateDigest, parseData } = context;
      const root = rootOf(context);
      const base = withSlashes(config.base);
      const sizeOf = (path: string) => sizeIn(resolve(root, publicFolder()), decodeURI(path));
      const load = async (): Promise<void> => {
        const { files } = await read(root);
        for (const { id, data: said, body } of files) {
          // Wherever below its folder it lies: a link that goes up too far ends in the archive's folder, too.
          const from = `${name}/${id}.md`;
          const { html, text } = await renderOwnWords(body, { from, base, level, sizeOf });
          const data = await parseData({ id, data: { ...said, text } });
          store.set({ id, data, digest: generateDigest({ data, html }), rendered: { html } });
        }
        const ids = new Set(files.map(({ id }) => id));
        for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
        const items = store.values();
        show(
          items.map(({ id, data, rendered }) => {
            return { id, data: schema.parse(data), html: rendered?.html ?? '' };
          }),
          items.map(({ id, digest }) => `${id} ${digest}`).join(),
        );
      };
      await loadAndFollow(context, [inArchive(name), publicFolder()], load);
    },
  } satisfies Loader;
}

/** The pages: one per file of `pages`, `home` and `about` among them. */
export const pagesLoader = () =>
  ownLoader('pages', shownPageSchema, readPages, 2, (items, mark) =>
    setLoaded('pages', items, mark),
  );

/** The notes: one per file of `notes`, by the id of its paper. */
export const notesLoader = () =>
  ownLoader('notes', shownNoteSchema, readNotes, 3, (items, mark) =>
    setLoaded('notes', items, mark),
  );
