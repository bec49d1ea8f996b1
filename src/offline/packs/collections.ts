/** What readers may choose to keep of a built site. */
import type { SiteFolder } from '../../publish/site-folder.ts';
import type { Store } from '../../store/store.ts';
import type { BuiltFile } from '../../publish/files.ts';
import type { Collection, CollectionKey } from './lists.ts';
import { asNamed } from './named.ts';
import { inOrder, type PaperGroup } from './order.ts';
import { OtherShelves } from './other-shelves.ts';
import { nameOf } from './pack.ts';
import { packsOf, PaperShelf, type Shelved } from './paper-shelf.ts';
import { isText, papersIn, textsIn } from './papers.ts';
import { Volumes, type Volume } from './volumes.ts';

/** What a collection is, but for its size. */
export interface Stocked extends Pick<Collection, 'key' | 'label' | 'papers'> {
  /** Places in the row of all packs; collections may share them. */
  readonly places: readonly number[];
}

/** All packs of a site, and what is made of them. */
export interface Stock {
  readonly volumes: readonly Volume[];
  /** How many of the volumes were made now. */
  readonly fresh: number;
  readonly collections: readonly Stocked[];
}

/** What a search reads beside the texts; Pagefind's own index, for phrases, stays online. */
const searched = /^(?:search\/.*|favicon\.[a-z]+)$/;

/** Part of what shows pages: these, style, script, the map's data, what the owner adds. */
const isShown = (path: string): boolean => !searched.test(path) && !path.startsWith('pagefind/');

const isTopics = (value: unknown): value is { topics: unknown[] } =>
  typeof value === 'object' && value !== null && 'topics' in value && Array.isArray(value.topics);

/** Names of the topics by id, as the search box has them. */
async function topicNames(site: SiteFolder): Promise<ReadonlyMap<string, string>> {
  const text = (await site.read('search/suggest.json').catch(() => '{}')).toString();
  const found: unknown = JSON.parse(text);
  const rows = isTopics(found) ? found.topics.filter((row) => Array.isArray(row)) : [];
  return new Map(rows.map((row) => [String(row[0]), String(row[1])]));
}

/** The volumes of a site in their row. */
class Row {
  readonly volumes: Volume[] = [];
  readonly #starts = new Map<Volume, number>();
  #packs = 0;

  add(some: readonly Volume[]): void {
    for (const volume of some) {
      this.#starts.set(volume, this.#packs);
      this.#packs += volume.packs.length;
      this.volumes.push(volume);
    }
  }

  /** @param own places in the volume; all, if they are left out */
  places(volume: Volume, own: readonly number[] = [...volume.packs.keys()]): number[] {
    const start = this.#starts.get(volume) ?? 0;
    return own.map((at) => start + at);
  }
}

/**
 * Sorts the files of a site into collections and packs them.
 *
 * @param files of it that readers may keep, but for those that every reader keeps
 * @param store where it is noted what packs were made of
 */
export async function stockOf(
  site: SiteFolder,
  files: readonly BuiltFile[],
  store: Store | undefined,
): Promise<Stock> {
  const papers = await papersIn(site);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const volumes = new Volumes(site, store);
  const others = new OtherShelves(site, volumes, store);
  const texts = await textsIn(site, files, store);
  const byPath = new Map(files.map((it) => [it.path, it]));
  const shelf = new PaperShelf(site, volumes, byPath, texts, store);
  shelf.recall(papers);
  const row = new Row();
  const dictionaries = await shelf.dictionaries(papers, nameOf);
  const told = await others.dictionaries(dictionaries);
  row.add([told]);

  const shelved: Shelved[] = [];
  for (const groups of inOrder(papers)) shelved.push(await shelf.shelve(groups));
  row.add(shelved.map(({ volume }) => volume));
  const near = new Map<Shelved, Volume>();
  for (const it of shelved) near.set(it, await shelf.shelveNear(it, byId));
  row.add([...near.values()]);

  const isPaper = new Set(papers.map(({ id }) => `papers/${id}/index.html`));
  const pages = files.filter(
    ({ path }) => path.endsWith('.html') && isShown(path) && !isPaper.has(path),
  );
  const years = Map.groupBy(papers, ({ year }) => year);
  const topics = Map.groupBy(
    papers.flatMap((paper) => paper.topics.map((topic) => ({ topic, paper }))),
    ({ topic }) => topic,
  );
  const shelfOf = ({ path }: BuiltFile): string => {
    const [, kind, name = '', year = ''] = /^(topics|digests)\/((\d{4})?[^/]*)\//.exec(path) ?? [];
    if (kind === 'topics' && topics.has(name)) return `topic:${name}`;
    return kind === 'digests' && years.has(year) ? `year:${year}` : '';
  };
  const mayLack = (key: string) => {
    const [kind, name = ''] = key.split(/:(.*)/s);
    return (id: string): boolean => {
      const paper = byId.get(id);
      if (paper === undefined) return false;
      if (kind === 'topic') return paper.topics.includes(name);
      return kind !== 'year' || paper.year === name;
    };
  };
  const lists = new Map<string, Volume[]>();
  for (const [key, some] of Map.groupBy(pages, shelfOf))
    lists.set(key, await others.lists(some, shelf, dictionaries[1], mayLack(key)));
  const search = await others.files(
    await asNamed(
      site,
      files.filter((file) => searched.test(file.path) && !isText(file)),
    ),
  );
  const beside = await others.files(
    files.filter(({ path }) => isShown(path) && !path.endsWith('.html')),
  );
  row.add([...[...lists.values()].flat(), ...search, ...beside]);
  volumes.close();
  others.close();

  const ofPapers = (isWanted: (group: PaperGroup) => boolean, textsOnly = false): number[] =>
    shelved.flatMap((it) => {
      const packs = packsOf(it, isWanted);
      const own = row.places(it.volume, textsOnly ? packs.texts : [...packs.texts, ...packs.pages]);
      const beside = near.get(it);
      return beside === undefined || textsOnly ? own : [...own, ...row.places(beside, packs.near)];
    });
  const whole = (some: readonly Volume[]): number[] => some.flatMap((it) => row.places(it));
  const stocked = (
    key: CollectionKey,
    label: string,
    count: number,
    places: readonly number[],
  ): Stocked => ({ key, label, papers: count, places: [...whole([told]), ...places] });

  const names = await topicNames(site);
  const named = [...topics].map(([topic, found]) =>
    stocked(`topic:${topic}`, names.get(topic) ?? topic, found.length, [
      ...ofPapers((group) => group.some((paper) => paper.topics.includes(topic))),
      ...whole(lists.get(`topic:${topic}`) ?? []),
    ]),
  );
  const byYear = [...years].map(([year, some]) =>
    stocked(`year:${year}`, year, some.length, [
      ...ofPapers((group) => group.some((paper) => paper.year === year)),
      ...whole(lists.get(`year:${year}`) ?? []),
    ]),
  );
  return {
    volumes: row.volumes,
    fresh: volumes.fresh,
    collections: [
      stocked('search', '', papers.length, [...ofPapers(() => true, true), ...whole(search)]),
      stocked('pages', '', papers.length, [
        ...ofPapers(() => true),
        ...whole([...lists.values()].flat()),
        ...whole(beside),
      ]),
      ...named.toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
      // All papers of one year are all papers.
      ...(years.size < 2 ? [] : byYear.toSorted((a, b) => (a.label < b.label ? 1 : -1))),
    ],
  };
}
