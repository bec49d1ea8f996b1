/** The packs of papers: texts, pages, and what is near them. */
import type { SiteFolder } from '../../publish/site-folder.ts';
import type { Store } from '../../store/store.ts';
import type { BuiltFile } from '../../publish/files.ts';
import { readerAddress } from '../plan.ts';
import { cutNear, cutPaper, cutPieces, piecesOf, withoutMark, type Owner } from './cut.ts';
import { hasHoles, nearHole } from './fill.ts';
import type { PaperGroup } from './order.ts';
import { placesIn, writePack, type Packed } from './pack.ts';
import { textIn, type BuiltPaper } from './papers.ts';
import { readPieces, writePieces } from './pieces.ts';
import { sheetOf, sheets, type Cut, type Sheet } from './sheet.ts';
import { keyOf, type Dictionary, type PackPlan, type Volume, type Volumes } from './volumes.ts';

/** The packs of a group; those of a sort lie behind those of the one before. */
const sorts = ['texts', 'pages'] as const;
type Sort = (typeof sorts)[number];

/** Bytes of a dictionary, but for its first line: what lies more than 32,768 back is out of reach (RFC 1951). */
const most = 32_700;
/** Papers of which dictionaries are made: the oldest, so that they stay the same. */
const told = 24;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const pageOf = ({ id }: BuiltPaper): string => `papers/${id}/index.html`;

/** Whether all who keep the page of a paper keep the packs of another: its title need not stand in that page. */
const goesAlong = (paper: BuiltPaper, other: BuiltPaper | undefined): boolean =>
  other?.year === paper.year && paper.topics.every((topic) => other.topics.includes(topic));

/** A volume of papers. */
export interface Shelved {
  readonly groups: readonly PaperGroup[];
  readonly volume: Volume;
}

/** Makes the packs of papers. */
export class PaperShelf {
  readonly #site: SiteFolder;
  readonly #volumes: Volumes;
  readonly #files: ReadonlyMap<string, BuiltFile>;
  readonly #texts: ReadonlyMap<string, BuiltFile>;
  /** Of papers that were read. */
  readonly #owners = new Map<string, Owner>();
  /** The volume of a paper, and the place of its group there. */
  readonly #shelved = new Map<string, readonly [Shelved, number]>();
  readonly #store: Store | undefined;
  #sheets: Map<string, Sheet> | undefined;
  /** What is near papers that were read. */
  readonly #near = new Map<string, string>();
  #dictionaries: readonly [Dictionary, Dictionary] | undefined;

  /**
   * @param files of the site that may be kept, by path
   * @param texts files of the search index, by ids of papers
   * @param store where it is noted what their files say
   */
  constructor(
    site: SiteFolder,
    volumes: Volumes,
    files: ReadonlyMap<string, BuiltFile>,
    texts: ReadonlyMap<string, BuiltFile>,
    store: Store | undefined,
  ) {
    this.#site = site;
    this.#volumes = volumes;
    this.#files = files;
    this.#texts = texts;
    this.#store = store;
  }

  /** Dictionaries for texts and for pages, from the papers that were listed first. */
  async dictionaries(
    papers: readonly BuiltPaper[],
    nameOf: (content: Uint8Array) => Promise<string>,
  ): Promise<readonly [Dictionary, Dictionary]> {
    const cut = await Promise.all(papers.slice(0, told).map((paper) => this.#cut(paper)));
    const all = (sort: Sort): string => {
      const bytes = Buffer.concat(cut.flatMap((paper) => paper[sort].map((it) => it.content)));
      return textOf(bytes.subarray(0, most));
    };
    const dictionary = async (key: string, text: string): Promise<Dictionary> => {
      const content = writePack([{ key, kind: 'plain', content: bytesOf(text) }]);
      return { name: await nameOf(content), content };
    };
    this.#dictionaries = await Promise.all([
      dictionary('~texts', all('texts')),
      dictionary('~pages', all('pages')),
    ]);
    return this.#dictionaries;
  }

  get #both(): readonly [Dictionary, Dictionary] {
    if (this.#dictionaries === undefined) throw new Error('The dictionaries come first.');
    return this.#dictionaries;
  }

  async #cut(paper: BuiltPaper): Promise<Cut> {
    const path = pageOf(paper);
    const text = this.#texts.get(paper.id);
    const [page, found] = await Promise.all([
      this.#files.has(path) ? this.#site.read(path) : undefined,
      text && textIn(this.#site, text.path),
    ]);
    const html = withoutMark(page?.toString() ?? '');
    const owner = piecesOf(paper.id, html, found?.text);
    this.#owners.set(paper.id, owner);
    const { frame, near } = cutPaper(html, owner.pieces);
    this.#near.set(paper.id, near);
    const key = readerAddress(path);
    const texts: Packed[] = [
      { key: `~${owner.key}`, kind: 'pieces', content: bytesOf(writePieces(owner.pieces)) },
    ];
    if (text && found) {
      const plain = hasHoles(found.text) || !found.gzip;
      texts.push({
        key: text.path,
        kind: found.gzip ? (plain ? 'gzip' : 'gzip holes') : 'plain',
        content: bytesOf(plain ? found.text : cutPieces(found.text, owner.pieces)),
        owner: owner.key,
      });
    }
    return {
      owner,
      texts,
      pages: page ? [{ key, kind: 'holes', content: bytesOf(frame), owner: owner.key }] : [],
      near,
    };
  }

  /** The key of what a paper's sheet is worked out from. */
  #made(paper: BuiltPaper): string {
    const text = this.#texts.get(paper.id);
    return keyOf(this.#files.get(pageOf(paper))?.hash, text?.path, text?.hash);
  }

  /** Reads what is known of papers from builds before. */
  recall(papers: readonly BuiltPaper[]): void {
    const wanted = new Map(papers.map((paper) => [paper.id, this.#made(paper)]));
    this.#sheets = this.#store?.getMany(sheets, wanted, true) ?? new Map<string, Sheet>();
  }

  #sheet(id: string): Sheet {
    const sheet = this.#sheets?.get(id);
    if (sheet === undefined) throw new Error(`${id} is not shelved.`);
    return sheet;
  }

  /** The packs of a volume's papers. */
  async shelve(groups: readonly PaperGroup[]): Promise<Shelved> {
    const cuts = new Map<string, Promise<Cut>>();
    const cutOf = (paper: BuiltPaper): Promise<Cut> => {
      const cut = cuts.get(paper.id) ?? this.#cut(paper);
      cuts.set(paper.id, cut);
      return cut;
    };
    const learn = async (paper: BuiltPaper): Promise<void> => {
      if (this.#sheets?.has(paper.id)) return;
      const sheet = sheetOf(await cutOf(paper));
      this.#sheets?.set(paper.id, sheet);
      this.#store?.put(sheets, paper.id, this.#made(paper), sheet);
    };
    for (const group of groups) await Promise.all(group.map(learn));
    const [texts, pages] = this.#both;
    const dictionaryOf = { texts, pages };
    const plan = (sort: Sort, group: PaperGroup): PackPlan => {
      const dictionary = dictionaryOf[sort];
      const rows = group.map(({ id }) => this.#sheet(id)[sort]);
      return {
        key: keyOf(dictionary.name, rows),
        make: async () => {
          const cut = await Promise.all(group.map(cutOf));
          return { content: writePack(cut.flatMap((paper) => paper[sort])), dictionary };
        },
      };
    };
    const volume = await this.#volumes.provide({
      id: `papers/${groups[0]?.[0]?.id}`,
      packs: sorts.flatMap((sort) => groups.map((group) => plan(sort, group))),
    });
    const shelved = { groups, volume };
    for (const [at, group] of groups.entries())
      for (const { id } of group) this.#shelved.set(id, [shelved, at]);
    return shelved;
  }

  async #nearOf(paper: BuiltPaper): Promise<string> {
    const known = this.#near.get(paper.id);
    if (known !== undefined || !this.#files.has(pageOf(paper))) return known ?? '';
    const page = withoutMark((await this.#site.read(pageOf(paper))).toString());
    return cutPaper(page, { id: '', title: '', runs: [] }).near;
  }

  /**
   * The packs of what is near a volume's papers, when all papers are shelved. No dictionary holds any of it: what is
   * near the oldest papers changes with every digest.
   */
  shelveNear({ groups }: Shelved, papers: ReadonlyMap<string, BuiltPaper>): Promise<Volume> {
    const [dictionary] = this.#both;
    const volume = `near/${groups[0]?.[0]?.id}`;
    const standing = this.#volumes.standing(volume, this.#both);
    const alongWith = (paper: BuiltPaper): string[] =>
      this.#sheet(paper.id).links.filter((id) => goesAlong(paper, papers.get(id)));
    const nameOf = ({ id }: BuiltPaper): string => `${this.keyOf(id)}${nearHole}`;
    const cut = async (
      paper: BuiltPaper,
      owners: ReadonlyMap<string, Owner>,
    ): Promise<Packed[]> => {
      const text = await this.#nearOf(paper);
      if (text === '') return [];
      const along = new Set(alongWith(paper));
      const near = cutNear(text, (id) => (along.has(id) ? owners.get(id) : undefined));
      return [
        { key: nameOf(paper), kind: hasHoles(near) ? 'holes' : 'plain', content: bytesOf(near) },
      ];
    };
    const plan = (group: PaperGroup): PackPlan => {
      const parts = group.map((paper) => {
        const { key, near } = this.#sheet(paper.id);
        return keyOf(key, near, ...alongWith(paper).map((id) => this.keyOf(id))).slice(0, 12);
      });
      return {
        key: keyOf(dictionary.name, parts),
        parts,
        make: async () => {
          // Most of a pack is as it was: reading the pages of all papers and what they name takes much longer.
          const known = group.map((paper, at) => standing(parts[at] ?? '', nameOf(paper)));
          const files = await Promise.all(known);
          const owners = await this.owners(
            group.flatMap((paper, at) => (files[at] ? [] : alongWith(paper))),
          );
          const made = group.map((paper, at) => files[at] ?? cut(paper, owners));
          return { content: writePack((await Promise.all(made)).flat()), dictionary };
        },
      };
    };
    return this.#volumes.provide({ id: volume, packs: groups.map(plan) });
  }

  /** The key of a paper's pieces; undefined if there is no such paper. */
  keyOf(id: string): string | undefined {
    return this.#sheets?.get(id)?.key;
  }

  /** The pieces of papers, as lists need them: those of papers that were not read now are in their packs. */
  async owners(ids: Iterable<string>): Promise<ReadonlyMap<string, Owner>> {
    const unread = new Map<Shelved, Set<number>>();
    for (const id of ids) {
      const [shelved, at] = this.#shelved.get(id) ?? [];
      if (shelved === undefined || at === undefined || this.#owners.has(id)) continue;
      unread.set(shelved, (unread.get(shelved) ?? new Set()).add(at));
    }
    for (const [{ volume }, groups] of unread) {
      const opened = await this.#volumes.open(volume, (at) => groups.has(at), this.#both);
      for (const pack of opened)
        for (const { key, kind, start, end } of placesIn(pack)) {
          if (kind !== 'pieces') continue;
          const pieces = readPieces(textOf(pack.subarray(start, end)));
          this.#owners.set(pieces.id, { key: key.slice(1), pieces });
        }
    }
    return this.#owners;
  }
}

/** Places in a volume, and in that of what is near, of the packs of the groups at some places. */
export const packsOf = (
  { groups }: Shelved,
  places: readonly number[],
): { texts: readonly number[]; pages: number[]; near: readonly number[] } => ({
  texts: places,
  pages: places.map((at) => groups.length + at),
  near: places,
});
