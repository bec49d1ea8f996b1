/** Whether a site lags behind its archive: asked first of all, apart from what needs the whole engine to answer. */
import { archiveState } from './archive-state.ts';
import { readShownArchive } from './record.ts';

/**
 * Whether a site is known not to show the archive as it is: the quickest question of all.
 *
 * @param root folder of the project
 * @param site the site's folder, absolute
 */
export function isBehind(root: string, site: string): boolean {
  const shown = readShownArchive(root, site);
  return shown !== undefined && archiveState(root).hash !== shown;
}
