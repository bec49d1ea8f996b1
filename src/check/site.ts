/** The built site: what its build left, with every page that the archive has, and every link alive. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { siteProblems } from '../publish/manifest.ts';
import { hostsOf } from '../site/hosts.ts';
import { readSite } from '../site/read.ts';
import { checkLinks, type ExpectedPage } from './links.ts';

export interface SiteReport {
  /** Pages that were looked at; absent where the site is not whole, and nothing more was asked of it. */
  readonly pages?: number;
  readonly problems: readonly Diagnostic[];
}

/**
 * Looks at the built site of a project.
 *
 * @param root the project's folder
 * @param base the base path it was built for
 * @param expected the pages that must be there
 * @param onProgress called now and then with pages done and pages in all
 * @returns undefined if there is no built site
 */
export async function checkSite(
  root: string,
  base: string,
  expected: readonly ExpectedPage[],
  onProgress?: (done: number, all: number) => void,
): Promise<SiteReport | undefined> {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) return undefined;
  const problems = await siteProblems(dist, 'dist', 'contents');
  if (problems.length > 0) return { problems };
  const { site } = await readSite(root);
  return checkLinks(dist, base, expected, onProgress, site && hostsOf(site));
}
