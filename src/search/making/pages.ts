/** The papers' pages, as far as the search reads them. A page that did not change is not read again. */
import { hash } from 'node:crypto';
import type { Facet } from '../facets.ts';
import { asJson, type Kind } from '../../store/kind.ts';
import type { Store } from '../../store/store.ts';
import { IndexError } from './bundle.ts';
import { readPage } from './page.ts';
import type { SiteFolder } from '../../publish/site-folder.ts';

/** What of a paper's page is searched. */
export interface SearchedPaper {
  readonly id: string;
  /** Hash of what Pagefind is given of it; undefined if nothing is marked as its text. */
  readonly input: string | undefined;
  readonly facets: readonly (readonly [Facet, string])[];
}

/** What was seen of a page: its hash, and what came of it. */
type Seen = readonly [page: string, paper: Omit<SearchedPaper, 'id'>];

const seenPages: Kind<Record<string, Seen>> = {
  name: 'searched-pages',
  modules: ['src/search/making/page.ts', 'src/search/making/pages.ts'],
  codec: asJson(),
};

/** Pages that are kept together: a value each would cost more to ask for than to work out. */
const together = 256;
/** Pages read at a time. */
const atOnce = 32;

const pathOf = (id: string): string => `papers/${id}/index.html`;

async function contentOf(site: SiteFolder, id: string): Promise<string> {
  try {
    return (await site.read(pathOf(id))).toString();
  } catch (error) {
    throw new IndexError(`the page of ${id} cannot be read. Build again.`, [String(error)]);
  }
}

async function look(site: SiteFolder, id: string, before: Seen | undefined): Promise<Seen> {
  const standing = site.hashOf(pathOf(id));
  if (before && standing === before[0]) return before;
  const html = await contentOf(site, id);
  const page = hash('sha256', html, 'base64');
  if (before && page === before[0]) return before;
  const { input, facets = [] } = readPage(html) ?? {};
  return [page, { input: input === undefined ? undefined : hash('sha256', input), facets }];
}

/**
 * Looks through the pages of papers.
 *
 * @throws {IndexError} naming a page that cannot be read
 */
export async function readPages(
  site: SiteFolder,
  store: Store | undefined,
  ids: readonly string[],
): Promise<SearchedPaper[]> {
  const papers: SearchedPaper[] = [];
  for (let first = 0; first < ids.length; first += together) {
    const row = String(first);
    const before = new Map(Object.entries(store?.get(seenPages, row, '') ?? {}));
    const some = ids.slice(first, first + together);
    const seen = new Map<string, Seen>();
    for (let at = 0; at < some.length; at += atOnce) {
      const looked = some
        .slice(at, at + atOnce)
        .map(async (id) => [id, await look(site, id, before.get(id))] as const);
      for (const [id, found] of await Promise.all(looked)) seen.set(id, found);
    }
    for (const [id, [, paper]] of seen) papers.push({ id, ...paper });
    const same = seen.size === before.size && some.every((id) => seen.get(id) === before.get(id));
    if (!same) store?.put(seenPages, row, '', Object.fromEntries(seen));
  }
  return papers;
}

/** What Pagefind is given of a paper. @throws {IndexError} if its page cannot be read */
export const inputOf = async (site: SiteFolder, id: string): Promise<string> =>
  readPage(await contentOf(site, id))?.input ?? '';
