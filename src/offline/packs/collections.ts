/** What readers may choose to keep of a built site. */
import { checked, isList, isShaped, isText, isTuple, parsed } from '../../shapes.ts';
import type { SiteFolder } from '../../publish/site-folder.ts';
import type { Store } from '../../store/store.ts';
import type { BuiltFile } from '../../publish/files.ts';
import type { Collection, CollectionKey } from './lists.ts';
import { asNamed } from './named.ts';
import { inOrder } from './order.ts';
import { inTurn } from './in-turn.ts';
import { OtherShelves } from './other-shelves.ts';
import { nameOf } from './pack.ts';
import { packsOf, PaperShelf, type Shelved } from './paper-shelf.ts';
import { holdsText, papersIn, textsIn, type BuiltPaper } from './papers.ts';
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

const isSuggestions = isShaped({ topics: isList(isTuple(isText, isText)) });

/** Names of the topics by id, as the search box has them. */
async function topicNames(site: SiteFolder): Promise<ReadonlyMap<string, string>> {
  const text = (await site.read('search/suggest.json').catch(() => '')).toString();
  return new Map(checked(parsed(text), isSuggestions)?.topics);
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

/** The years and topics of the papers, each as often as papers have it: a collection is made of each. */
interface Groups {
  readonly years: ReadonlyMap<string, readonly string[]>;
  readonly topics: ReadonlyMap<string, readonly string[]>;
}

const alike = (names: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  Map.groupBy(names, (name) => name);

const groupsOf = (papers: readonly BuiltPaper[]): Groups => ({
  years: alike(papers.map(({ year }) => year)),
  topics: alike(papers.flatMap(({ topics }) => topics)),
});

/** The group whose page a file is: that of a topic, or of a year's digest; `` if it is of all papers. */
function groupOfPage({ path }: BuiltFile, { years, topics }: Groups): string {
  const [, kind, name = '', year = ''] = /^(topics|digests)\/((\d{4})?[^/]*)\//.exec(path) ?? [];
  if (kind === 'topics' && topics.has(name)) return `topic:${name}`;
  return kind === 'digests' && years.has(year) ? `year:${year}` : '';
}

/** Keys of the collections of papers' years and topics that hold a paper. */
const keysOf = ({ year, topics }: BuiltPaper): CollectionKey[] => [
  `year:${year}`,
  ...topics.map((topic) => `topic:${topic}` as const),
];

/** Whether all who keep the pages of a group have a paper. */
const isIn = (group: string, paper: BuiltPaper | undefined): boolean =>
  paper !== undefined && (group === '' || keysOf(paper).some((key) => key === group));

/** Places of the packed groups that hold papers of a year or a topic, by its key. */
function placesByKey(shelved: readonly Shelved[]): Map<string, Map<Shelved, number[]>> {
  const places = new Map<string, Map<Shelved, number[]>>();
  for (const it of shelved) {
    for (const [at, group] of it.groups.entries()) {
      for (const key of new Set(group.flatMap(keysOf))) {
        const own = places.get(key) ?? new Map<Shelved, number[]>();
        places.set(key, own.set(it, [...(own.get(it) ?? []), at]));
      }
    }
  }
  return places;
}

/** What is in the packs. */
interface Shelves {
  /** The dictionaries, which every collection needs. */
  readonly told: Volume;
  readonly papers: readonly Shelved[];
  /** Of related papers, beside those of the papers. */
  readonly near: ReadonlyMap<Shelved, Volume>;
  /** Pages of lists, by group. */
  readonly lists: ReadonlyMap<string, readonly Volume[]>;
  readonly search: readonly Volume[];
  /** What else shows pages. */
  readonly beside: readonly Volume[];
}

/** The collections that readers may choose from, out of what is in the row. */
function collectionsOf(
  papers: readonly BuiltPaper[],
  { years, topics }: Groups,
  topicNames: ReadonlyMap<string, string>,
  shelves: Shelves,
  row: Row,
): Stocked[] {
  const byKey = placesByKey(shelves.papers);
  const ofPapers = (key?: string, textsOnly = false): number[] =>
    shelves.papers.flatMap((it) => {
      const groups = key === undefined ? it.groups.keys() : byKey.get(key)?.get(it);
      const packs = packsOf(it, [...(groups ?? [])]);
      const own = row.places(it.volume, textsOnly ? packs.texts : [...packs.texts, ...packs.pages]);
      const near = shelves.near.get(it);
      return near === undefined || textsOnly ? own : [...own, ...row.places(near, packs.near)];
    });
  const whole = (some: readonly Volume[] = []): number[] => some.flatMap((it) => row.places(it));
  const stocked = (
    key: CollectionKey,
    label: string,
    count: number,
    places: readonly number[],
  ): Stocked => ({ key, label, papers: count, places: [...whole([shelves.told]), ...places] });
  const group = (
    key: `topic:${string}` | `year:${string}`,
    label: string,
    some: readonly string[],
  ): Stocked =>
    stocked(key, label, some.length, [...ofPapers(key), ...whole(shelves.lists.get(key))]);
  const ofTopics = [...topics].map(([topic, some]) =>
    group(`topic:${topic}`, topicNames.get(topic) ?? topic, some),
  );
  const ofYears = [...years].map(([year, some]) => group(`year:${year}`, year, some));
  return [
    stocked('search', '', papers.length, [...ofPapers(undefined, true), ...whole(shelves.search)]),
    stocked('pages', '', papers.length, [
      ...ofPapers(),
      ...whole([...shelves.lists.values()].flat()),
      ...whole(shelves.beside),
    ]),
    ...ofTopics.toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
    // All papers of one year are all papers.
    ...(years.size < 2 ? [] : ofYears.toSorted((a, b) => (a.label < b.label ? 1 : -1))),
  ];
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
  const papers = papersIn(site);
  const groups = groupsOf(papers);
  const volumes = new Volumes(site, store);
  const row = new Row();

  const others = new OtherShelves(site, volumes, store);
  const texts = await textsIn(site, files, store);
  const byPath = new Map(files.map((it) => [it.path, it]));
  const shelf = new PaperShelf(site, volumes, byPath, texts, store);
  shelf.recall(papers);
  const dictionaries = await shelf.dictionaries(papers, nameOf);
  const told = await others.dictionaries(dictionaries);
  row.add([told]);

  const shelved = await inTurn(inOrder(papers), (some) => shelf.shelve(some));
  row.add(shelved.map(({ volume }) => volume));
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const near = new Map(
    await inTurn(shelved, async (it) => [it, await shelf.shelveNear(it, byId)] as const),
  );
  row.add([...near.values()]);

  const isPaper = new Set(papers.map(({ id }) => `papers/${id}/index.html`));
  const shown = files.filter(({ path }) => isShown(path));
  const isPage = ({ path }: BuiltFile): boolean => path.endsWith('.html');
  const pages = shown.filter((file) => isPage(file) && !isPaper.has(file.path));
  others.recall(pages);
  const byGroup = [...Map.groupBy(pages, (page) => groupOfPage(page, groups))];
  const lists = new Map(
    await inTurn(byGroup, async ([group, some]) => {
      const mayLack = (id: string): boolean => isIn(group, byId.get(id));
      return [group, await others.lists(some, shelf, dictionaries[1], mayLack)] as const;
    }),
  );
  const search = await others.files(
    await asNamed(
      site,
      files.filter((file) => searched.test(file.path) && !holdsText(file)),
    ),
  );
  const beside = await others.files(shown.filter((file) => !isPage(file)));
  row.add([...[...lists.values()].flat(), ...search, ...beside]);
  volumes.close();

  const shelves = { told, papers: shelved, near, lists, search, beside };
  const names = await topicNames(site);
  return {
    volumes: row.volumes,
    fresh: volumes.fresh,
    collections: collectionsOf(papers, groups, names, shelves, row),
  };
}
