/** Whether a build would change nothing: then it need not begin. */
import { archiveState } from './archive-state.ts';
import { readRecord } from './record.ts';
import { standingSite } from './standing.ts';

/** A site that need not be made. */
export interface Unchanged {
  /** How many. */
  readonly files: number;
  /** What the build that made it told of the archive, and would tell again. */
  readonly warnings: readonly string[];
}

/**
 * Whether the site that stands is what a build would make now: every file of it is as it was left, and neither the
 * archive nor what makes the site has changed since.
 *
 * @param root folder of the project
 * @param site the site's folder, absolute
 * @param madeWith what is at work now; see `madeWith`
 * @returns undefined if a build may change something
 */
export async function unchangedSite(
  root: string,
  site: string,
  madeWith: string,
): Promise<Unchanged | undefined> {
  const record = readRecord(root, site);
  if (record?.madeWith !== madeWith || record.archive === undefined) return undefined;
  if (archiveState(root).hash !== record.archive) return undefined;
  const standing = await standingSite(root, site, record);
  const isWhole =
    standing?.manifest === record.manifest &&
    standing.strays.length === 0 &&
    standing.files.size === record.files.size;
  return isWhole ? { files: record.files.size, warnings: record.warnings ?? [] } : undefined;
}
