/**
 * What the content loaders hold, in this process: pages get it here. Astro's collections are a file that is written
 * some time after a change and read as a whole; the papers in them have no more than their titles.
 */
import type { ShownCollection } from '../collect/shown.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DigestData } from './collections.ts';
import type { Listing } from '../entries/model.ts';
import type { Tombstone } from '../entries/tombstones.ts';
import type { ShownPaper } from './paper-row.ts';
import type { NoteData, OwnPageData } from '../owner/schema.ts';
import type { FromSet, TopicRules } from '../topics/index.ts';

/** An item of a collection. */
export interface Item<Data> {
  readonly id: string;
  readonly data: Data;
}

/** A Markdown file of the owner's, rendered. */
export interface OwnItem<Data> extends Item<Data> {
  /** Safe HTML. */
  readonly html: string;
}

/** What is left of a paper that was removed. */
export interface RemovedPaper extends Pick<
  Tombstone,
  'id' | 'removed' | 'withdrawn' | 'title' | 'aliases' | 'reason'
> {
  /** Where captures still hold it. */
  readonly places: readonly Listing[];
}

/** What each collection holds. */
export interface Loaded {
  readonly papers: ReadonlyMap<string, ShownPaper>;
  readonly digests: readonly Item<DigestData>[];
  readonly topics: readonly (TopicRules & FromSet)[];
  readonly removed: readonly RemovedPaper[];
  readonly pages: readonly OwnItem<OwnPageData>[];
  readonly notes: readonly OwnItem<NoteData>[];
  readonly collection: ShownCollection;
}

interface State {
  content: Loaded;
  readonly marks: Map<string, string>;
  /** What is wrong, by the collection whose loader found it. */
  readonly problems: Map<string, readonly Diagnostic[]>;
  readonly listeners: Set<Listener>;
}

/** Is told of what has changed. */
type Listener = (what: 'content' | 'problems') => void;

declare global {
  // Loaders, pages and integrations each have modules of their own in one process.
  var offprintLoaded: State | undefined;
}

const nothing: Loaded = {
  papers: new Map(),
  digests: [],
  topics: [],
  removed: [],
  pages: [],
  notes: [],
  collection: { until: '', sources: [], digests: new Map() },
};

const state = (): State =>
  (globalThis.offprintLoaded ??= {
    content: nothing,
    marks: new Map(),
    problems: new Map(),
    listeners: new Set(),
  });

/**
 * Says what a collection holds from now on.
 *
 * @param mark differs where anything in it does
 */
export function setLoaded<Name extends keyof Loaded>(
  name: Name,
  items: Loaded[Name],
  mark: string,
): void {
  const now = state();
  if (now.marks.get(name) === mark) return;
  now.marks.set(name, mark);
  now.content = { ...now.content, [name]: items };
  for (const listener of now.listeners) listener('content');
}

/** Says what is wrong with a collection from now on. */
export function setProblems(name: string, problems: readonly Diagnostic[]): void {
  const { problems: known, listeners } = state();
  if (JSON.stringify(problems) === JSON.stringify(known.get(name) ?? [])) return;
  known.set(name, problems);
  for (const listener of listeners) listener('problems');
}

/** What is wrong with all collections. */
export const loadedProblems = (): Diagnostic[] => [...state().problems.values()].flat();

/** What all collections hold. The same object as long as nothing has changed. */
export const loadedContent = (): Loaded => state().content;

/** Has `listener` called after each change. */
export const onLoaded = (listener: Listener): void => void state().listeners.add(listener);

/** Site paths of the pages that tell of removed papers: what lists a site's pages leaves them out. */
export const removedPages = (): string[] =>
  loadedContent().removed.flatMap(({ id, aliases }) =>
    [id, ...aliases].map((name) => `papers/${name}/`),
  );
