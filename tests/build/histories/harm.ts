/** What goes wrong: builds that fail or are killed, caches that are damaged or foreign, sites that were meddled with. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { between, pick } from '../../../scripts/bench/random.ts';
import type { Change } from './changes.ts';
import type { Life } from './life.ts';
import { differences } from './tree.ts';

/** Folders in which builds keep things for later ones. */
const caches = ['.cache', 'node_modules/.astro', '.astro'];

/** Any file of the caches. */
const kept = (life: Life): string | undefined =>
  pick(
    life.next,
    caches.flatMap((folder) => life.files(folder, /./)),
  );

/** Some bytes of a file turned into others, at the same length. */
function flip(life: Life, file: string): void {
  const bytes = readFileSync(life.path(file));
  for (let n = between(life.next, 1, 40); n > 0 && bytes.length > 0; n--) {
    const at = between(life.next, 0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ between(life.next, 1, 255);
  }
  life.write(file, bytes);
}

const onKept =
  (harm: (life: Life, file: string) => void): Change =>
  (life) => {
    const file = kept(life);
    if (file !== undefined) harm(life, file);
    return file;
  };

const onSite =
  (harm: (life: Life, file: string) => void, pattern?: RegExp): Change =>
  (life) => {
    const file = life.any('dist', pattern);
    if (file !== undefined) harm(life, file);
    return file;
  };

/** Puts folders aside, to be taken for those of a later time. */
function keep(life: Life, folders: readonly string[], name: string): void {
  rmSync(life.path('kept', name), { recursive: true, force: true });
  for (const folder of folders) {
    if (!existsSync(life.path(folder))) continue;
    cpSync(life.path(folder), life.path('kept', name, folder), {
      recursive: true,
      preserveTimestamps: true,
    });
  }
}

function restore(life: Life, folders: readonly string[], name: string): string | undefined {
  if (!existsSync(life.path('kept', name))) return undefined;
  for (const folder of folders) {
    const from = life.path('kept', name, folder);
    rmSync(life.path(folder), { recursive: true, force: true });
    if (existsSync(from))
      cpSync(from, life.path(folder), { recursive: true, preserveTimestamps: true });
  }
  return folders.join(', ');
}

/** A build that fails leaves the site as it was, to the last byte. */
async function fail(life: Life): Promise<void> {
  const before = life.site();
  const { code } = await life.build();
  if (code === 0) throw new Error('the build did not fail');
  const changed = differences(['before', before], ['after', life.site()]);
  if (changed.length > 0) throw new Error(`a failed build changed the site: ${changed.join('\n')}`);
}

/** Breaks a file, lets a build fail, and mends it. */
const failing =
  (file: string, broken: (text: string) => string): Change =>
  async (life) => {
    const before = existsSync(life.path(file)) ? life.read(file) : undefined;
    const text = broken(before ?? '');
    if (text === before) throw new Error(`nothing was broken in ${file}`);
    life.write(file, text);
    await fail(life);
    if (before === undefined) rmSync(life.path(file));
    else life.write(file, before);
    return file;
  };

/** Harm to what builds keep, by name. */
export const cacheHarms: Readonly<Record<string, Change>> = {
  'cache flipped': onKept(flip),
  'cache flipped here and there': (life) => {
    for (const folder of caches)
      for (const file of life.files(folder, /./)) if (life.next() < 0.3) flip(life, file);
    return 'all';
  },
  'cache truncated': onKept((life, file) => {
    const bytes = readFileSync(life.path(file));
    life.write(file, bytes.subarray(0, between(life.next, 0, bytes.length)));
  }),
  'cache replaced by foreign bytes': onKept((life, file) =>
    life.write(file, `Not ours ${life.next()}.`),
  ),
  'cache file deleted': onKept((life, file) => rmSync(life.path(file))),
  // Of what Astro keeps, Astro says that it cannot be written.
  'cache file a folder': (life) => {
    const file = life.any('.cache', /./);
    if (file === undefined) return undefined;
    rmSync(life.path(file));
    mkdirSync(life.path(file));
    return file;
  },
  'caches deleted': (life) => {
    for (const folder of caches) rmSync(life.path(folder), { recursive: true, force: true });
    return 'all';
  },
  'one cache deleted': (life) => {
    const folder = pick(life.next, caches) ?? '';
    rmSync(life.path(folder), { recursive: true, force: true });
    return folder;
  },
  'caches kept for later': (life) => {
    keep(life, caches, 'caches');
    return 'all';
  },
  'caches of an earlier day': (life) => restore(life, caches, 'caches'),
};

/** Harm to the site, by name. */
export const siteHarms: Readonly<Record<string, Change>> = {
  'site file edited': onSite((life, file) => life.edit(file, (text) => `${text}<!-- by hand -->`)),
  'site file edited at its length within the same tick': onSite((life, file) =>
    life.edit(file, (text) => text.replace(/e/g, 'f'), true),
  ),
  'site file deleted': onSite((life, file) => rmSync(life.path(file)), /./),
  'site file emptied': onSite((life, file) => life.write(file, ''), /./),
  'site file a folder': onSite((life, file) => {
    rmSync(life.path(file));
    life.write(`${file}/index.html`, 'by hand');
  }),
  'site file a link': onSite((life, file) => {
    renameSync(life.path(file), life.path('kept.html'));
    symlinkSync(life.path('kept.html'), life.path(file));
  }),
  'site folder deleted': onSite((life, file) =>
    rmSync(dirname(life.path(file)), { recursive: true }),
  ),
  'site file added': (life) => {
    const near = life.any('dist');
    const file = `${near === undefined ? 'dist' : dirname(near)}/${life.fresh('by-hand')}.html`;
    life.write(file, 'by hand');
    return file;
  },
  'site folder added': (life) => {
    mkdirSync(life.path('dist', life.fresh('folder'), 'below'), { recursive: true });
    return 'dist';
  },
  'list of the site flipped': (life) => {
    if (!existsSync(life.path('dist/.files.jsonl'))) return undefined;
    flip(life, 'dist/.files.jsonl');
    return 'dist/.files.jsonl';
  },
  'list of the site deleted': (life) => {
    rmSync(life.path('dist/.files.jsonl'), { force: true });
    return 'dist/.files.jsonl';
  },
  'site deleted': (life) => {
    rmSync(life.path('dist'), { recursive: true, force: true });
    return 'dist';
  },
  'site a file': (life) => {
    rmSync(life.path('dist'), { recursive: true, force: true });
    life.write('dist', 'no folder');
    return 'dist';
  },
  'site kept for later': (life) => {
    if (!existsSync(life.path('dist')) || !statSync(life.path('dist')).isDirectory())
      return undefined;
    keep(life, ['dist'], 'site');
    return 'dist';
  },
  'site of an earlier day': (life) => restore(life, ['dist'], 'site'),
};

/** Builds that come to no good end, by name. */
export const buildHarms: Readonly<Record<string, Change>> = {
  'build fails by its settings': failing(
    'archive/site.yaml',
    (text) => `${text}\nno such field: [\n`,
  ),
  'build fails at a page': failing('src/pages/about.astro', (text) =>
    text.replace(/\n---\n/, '\nthrow new Error("broken");\n---\n'),
  ),
  'build fails by its code': failing(
    'src/archive/assemble.ts',
    (text) => `${text}\nconst broken = ;\n`,
  ),
  'build fails at its end': failing('src/pages/topics/[id]/papers.bib.ts', (text) =>
    text.replace('=> topics)', '=> topics.slice(1))'),
  ),
  'build killed': async (life) => {
    const moment = Math.floor(life.took * (0.1 + life.next()));
    await life.kill(() => wait(moment));
    return `after ${moment} ms of ${Math.floor(life.took)}`;
  },
  'build killed while the site changes': async (life) => {
    const more = between(life.next, 0, 40);
    await life.kill(() => life.whenSiteChanges(more));
    return `${more} ms after the first change`;
  },
};
