/** What readers may choose to keep of a built site. */
import type { SiteFolder } from '../../publish/site-folder.ts';
import type { BuiltFile } from '../files.ts';
import type { Collection, CollectionKey } from './lists.ts';
import { asNamed } from './named.ts';
import { papersIn, type BuiltPaper } from './papers.ts';
import { Shelves, type Shelf } from './shelves.ts';

/** What a collection is, but for its size. */
export interface Stocked extends Pick<Collection, 'key' | 'label' | 'papers'> {
  /** Collections may share shelves. */
  readonly shelves: readonly Shelf[];
}

/** What a search reads beside the texts; Pagefind's own index, for phrases, changes whole with every digest and stays online. */
const searched = /^(?:search\/.*|favicon\.[a-z]+)$/;

/** Part of what shows pages and needs no page: style, script, the map's data, what the owner adds. */
const besidePages = (path: string): boolean =>
  !path.endsWith('.html') && !/^(?:pagefind|search)\//.test(path);

const isTopics = (value: unknown): value is { topics: unknown[] } =>
  typeof value === 'object' && value !== null && 'topics' in value && Array.isArray(value.topics);

/** Names of the topics by id, as the search box has them. */
async function topicNames(site: SiteFolder): Promise<ReadonlyMap<string, string>> {
  const text = (await site.read('search/suggest.json').catch(() => '{}')).toString();
  const found: unknown = JSON.parse(text);
  const rows = isTopics(found) ? found.topics.filter((row) => Array.isArray(row)) : [];
  return new Map(rows.map((row) => [String(row[0]), String(row[1])]));
}

/**
 * Sorts the files of a site into collections.
 *
 * @param site the built site
 * @param files of it that readers may keep, but for those that every reader keeps
 */
export async function collectionsOf(
  site: SiteFolder,
  files: readonly BuiltFile[],
): Promise<Stocked[]> {
  const papers = await papersIn(site.folder);
  const shelves = await Shelves.open(site, files, papers);
  const paths = shelves.pages;
  const years = Map.groupBy(papers, ({ year }) => year);
  const yearOfDigest = (path: string): string | undefined =>
    /^digests\/(\d{4})-[^/]+\/index\.html$/.exec(path)?.[1];

  const digestsOf = (year: string): string[] => paths.filter((path) => yearOfDigest(path) === year);

  /** Every page that is a paper's or a digest's belongs to a year. */
  const ofYear = (year: string, some: readonly BuiltPaper[]): Shelf[] => [
    shelves.papers(some),
    shelves.related(some),
    shelves.parts(some),
    shelves.frames(digestsOf(year)),
  ];
  const byYear = new Map([...years].map(([year, some]) => [year, ofYear(year, some)]));
  const ofNoYear = paths.filter((path) => !byYear.has(yearOfDigest(path) ?? ''));
  /** What pages of a year say of papers of other years. */
  const ofOthers = (year: string, some: readonly BuiltPaper[]): Shelf =>
    shelves.parts(
      papers.filter((paper) => paper.year !== year),
      shelves.lackedBy(digestsOf(year), some),
    );

  const ofTopic = (topic: string, some: readonly BuiltPaper[]): Shelf[] => {
    const own = paths.filter((path) => path.startsWith(`topics/${topic}/`));
    return [
      shelves.papers(some),
      shelves.related(some),
      shelves.parts(papers, shelves.lackedBy(own, some)),
      shelves.frames(own),
    ];
  };
  const names = await topicNames(site);
  const topics = Map.groupBy(
    papers.flatMap((paper) => paper.topics.map((topic) => ({ topic, paper }))),
    ({ topic }) => topic,
  );
  const named = [...topics].map(([topic, found]): Stocked => {
    const some = found.map(({ paper }) => paper);
    const label = names.get(topic) ?? topic;
    return { key: `topic:${topic}`, label, papers: some.length, shelves: ofTopic(topic, some) };
  });
  const whole = (key: CollectionKey, some: readonly Shelf[]): Stocked => ({
    key,
    label: '',
    papers: papers.length,
    shelves: some,
  });
  const search = await asNamed(
    site,
    files.filter(({ path }) => searched.test(path)),
  );
  return [
    whole('search', [shelves.files(search), shelves.texts(papers)]),
    whole('pages', [
      ...[...byYear.values()].flat(),
      shelves.frames(ofNoYear),
      shelves.files(files.filter(({ path }) => besidePages(path))),
    ]),
    ...named.toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
    // All papers of one year are all papers.
    ...(years.size < 2 ? [] : [...years].toSorted(([a], [b]) => (a < b ? 1 : -1))).map(
      ([year, some]): Stocked => ({
        key: `year:${year}`,
        label: year,
        papers: some.length,
        shelves: [...(byYear.get(year) ?? []), ofOthers(year, some)],
      }),
    ),
  ];
}
