/** The one script of a copy: every module of the site, run when a page asks for it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { Packs } from './packs.ts';
import { rewriteModule } from './rewrite.ts';

const entry = '\0copy';
const runtime = fileURLToPath(new URL('browser/start.ts', import.meta.url));

export interface Bundled {
  readonly code: string;
  /** How often the modules say where the site is. */
  readonly bases: number;
}

/**
 * Joins modules and what they import to one classic script. Each runs once, when it is first asked for, as modules do.
 *
 * @param folder of the site
 * @param modules paths in it
 */
export async function bundle(
  folder: string,
  base: string,
  modules: readonly string[],
  packs: Packs,
): Promise<Bundled> {
  let bases = 0;
  const names = modules.toSorted();
  const imports = names.map(
    (path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(join(folder, path))})`,
  );
  const code = `import { start } from ${JSON.stringify(runtime)};
start(${JSON.stringify(packs)}, { ${imports.join(', ')} });`;
  const bundled = await rolldown({
    input: entry,
    logLevel: 'silent',
    plugins: [
      {
        name: 'offprint:portable',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
        transform(text, id) {
          const place = id.replaceAll('\\', '/');
          const start = `${folder.replaceAll('\\', '/')}/`;
          if (!place.startsWith(start)) return undefined;
          const rewritten = rewriteModule(text, place.slice(start.length), base);
          bases += rewritten.bases;
          return { code: rewritten.code, map: null };
        },
      },
    ],
  });
  try {
    const { output } = await bundled.generate({
      format: 'iife',
      codeSplitting: false,
      minify: true,
    });
    return { code: output[0].code, bases };
  } finally {
    await bundled.close();
  }
}
