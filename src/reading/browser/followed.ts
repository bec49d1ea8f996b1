/** What a reader follows, for a feed reader: the archive's feed, and every saved search by its feed, else as a link. */
import { newPapers } from '#words/feeds.ts';
import { withBase } from '../../base.ts';
import { readAddress } from '../../search/address.ts';
import { authorNamed } from '../../search/browser/suggest/known.ts';
import { chosenOf } from '../../search/facets.ts';
import { opml, type Outline } from '../../text/opml.ts';
import type { Library } from '../library.ts';
import { wordsOf } from './latest.ts';

const absolute = (path: string): string => new URL(withBase(path), location.href).href;

/** The page whose papers are those of a search for one topic, or for one author who has a page. */
async function pageOf(address: string): Promise<string | undefined> {
  const { query, filters } = readAddress(new URLSearchParams(address));
  const [only, ...more] = chosenOf(filters);
  if (query === '' && only?.facet === 'topic' && more.length === 0) return `topics/${only.value}/`;
  const name = /^author:(?:"([^"]+)"|(\S+))$/.exec(query);
  if (name === null || only !== undefined) return undefined;
  const id = await authorNamed(name[1] ?? name[2] ?? '').catch(() => undefined);
  return id && `authors/${id}/`;
}

const exists = (path: string): Promise<boolean> =>
  fetch(absolute(path), { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );

async function outline(address: string): Promise<Outline> {
  const title = wordsOf(address);
  const page = await pageOf(address);
  return page !== undefined && (await exists(`${page}feed.xml`))
    ? { title, page: absolute(page), feed: absolute(`${page}feed.xml`) }
    : { title, page: absolute('search/') + address };
}

/** @returns the file; without a network, searches are links alone */
export async function followed(searches: Library['searches'], site: string): Promise<string> {
  const whole = (await exists('feed.xml'))
    ? [{ title: `${newPapers} – ${site}`, page: absolute(''), feed: absolute('feed.xml') }]
    : [];
  const outlines = await Promise.all(searches.map(({ address }) => outline(address)));
  return opml(site, [...whole, ...outlines]);
}
