/** The order of files that are named by their content. */
import { basename, extname } from 'node:path';
import type { SiteFolder } from '../../publish/site-folder.ts';
import type { BuiltFile } from '../../publish/files.ts';

/** A name that tells nothing: letters and digits of a hash. */
const hashed = /[\w-]{6,}/g;

/**
 * Puts files in the order in which the JSON files among them name them: what is added to an index stands where the
 * index puts it, and not anywhere among the rest.
 *
 * @param site the built site
 */
export async function asNamed(site: SiteFolder, files: readonly BuiltFile[]): Promise<BuiltFile[]> {
  const order = new Map<string, number>();
  for (const { path } of files.filter(({ path }) => path.endsWith('.json'))) {
    for (const [name] of (await site.read(path)).toString().matchAll(hashed))
      if (!order.has(name)) order.set(name, order.size);
  }
  const rank = ({ path }: BuiltFile): number => order.get(basename(path, extname(path))) ?? -1;
  return files.toSorted((a, b) => rank(a) - rank(b));
}
