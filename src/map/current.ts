/** The map of this build: where pages meet it. */
import { fileURLToPath } from 'node:url';
import { root } from 'astro:config/server';
import { getArchive, type Archive } from '../archive/index.ts';
import { oncePer } from '../once.ts';
import { mapFiles, type MapFiles } from './files.ts';
import { makeMap } from './make.ts';
import { linkedLimit, type ArchiveMap } from './archive-map.ts';
import { remembering } from './remember.ts';
import { openStore } from '../store/store.ts';

interface Drawn {
  readonly map: ArchiveMap;
  /** Only of a map that is too large for a page. */
  readonly files?: MapFiles;
}

const draw = oncePer((archive: Archive): Drawn => {
  const map = makeMap(archive, archive.settled(), remembering(openStore(fileURLToPath(root))));
  return map.papers.length > linkedLimit ? { map, files: mapFiles(map) } : { map };
});

/** The map, drawn once a build. */
export const getMap = async (): Promise<Drawn> => draw(await getArchive());
