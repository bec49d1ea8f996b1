import { hash } from 'node:crypto';
import type { ShownCollection } from '../collect/shown.ts';
import type { DigestData } from '../loaders/collections.ts';
import type { PaperFacts, ShownPaper } from '../loaders/paper-row.ts';
import { withoutTexEscapes } from '../digest/tex-escapes.ts';
import type { Item, RemovedPaper } from '../loaders/loaded.ts';
import type { Derived } from './derived.ts';
import type { Archive, Digest, Note, OwnPage, Paper, PaperListing, Topic } from './archive.ts';
import { relatedPapers } from './related.ts';
import { topicIdsOf } from './families.ts';
import {
  familiesBy,
  familiesOf,
  mostSpecific,
  type FamilyOf,
  type FromSet,
} from '../topics/index.ts';
import type { Similarity } from '../related/index.ts';
import { isOwnAddress } from '../owner/schema.ts';

export interface Parts {
  /** By their ids. */
  readonly papers: ReadonlyMap<string, ShownPaper>;
  readonly digests: readonly Item<DigestData>[];
  readonly topics: readonly TopicItem[];
  /** What the texts of papers give: topics, and links by their names. */
  readonly derived: (papers: ReadonlyMap<string, ShownPaper>) => ReadonlyMap<string, Derived>;
  /** The owner's words on papers, by the names of their entries. */
  readonly notes?: ReadonlyMap<string, Note>;
  readonly pages?: readonly OwnPage[];
  /** The owner's names of digests: by id, or by what follows the date in ids. */
  readonly names?: Readonly<Record<string, string>>;
  readonly removed?: readonly RemovedPaper[];
  readonly collection?: ShownCollection;
  /** Captures have no pages. */
  readonly withoutCaptures?: boolean;
  /** Finds out which papers are alike, if a page asks; may remember it. */
  readonly similar?: (papers: readonly Paper[]) => Similarity;
}

export interface TopicItem extends FromSet {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly family?: string | undefined;
}

const nothingCollected: ShownCollection = { until: '', sources: [], digests: new Map() };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The digests as pages show them, each with its papers, newest first. */
function digestsOf(
  papers: readonly Paper[],
  { digests, names = {}, collection = nothingCollected, withoutCaptures = false }: Parts,
): Digest[] {
  const ownNames = new Map(Object.entries(names));
  const listings = papers.flatMap((paper) =>
    paper.listings.map(({ digest, lines, record }) => ({
      digest,
      paper,
      lines,
      ...(record !== undefined && { record }),
    })),
  );
  const listed = Map.groupBy(listings, ({ digest }) => digest);
  return digests
    .map(({ id, data: { shown, ...data } }) => ({
      ...data,
      ...(shown && !withoutCaptures && { shown }),
      id,
      name: ownNames.get(id) ?? ownNames.get(id.slice(data.date.length + 1)) ?? data.name,
      ...inferred(data),
      ...collectedAs(collection, id, data),
      papers: (listed.get(id) ?? []).toSorted((a, b) => a.lines[0] - b.lines[0]),
    }))
    .toSorted((a, b) => compare(b.date, a.date) || compare(a.id, b.id));
}

/** The topics as pages show them, each with its papers, by label. */
function topicsOf(papers: readonly Paper[], topics: readonly TopicItem[]): Topic[] {
  const claimed = Map.groupBy(
    papers.flatMap((paper) => topicIdsOf(paper).map((topic) => ({ topic, paper }))),
    ({ topic }) => topic,
  );
  return topics
    .map(({ id, label, description, family }) => ({
      id,
      label,
      description,
      ...(family !== undefined && { family }),
      papers: (claimed.get(id) ?? []).map(({ paper }) => paper),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
}

/** Finds items by their ids. */
function finderIn<Item extends { readonly id: string }>(
  items: readonly Item[],
): (id: string) => Item | undefined {
  const byId = new Map(items.map((item) => [item.id, item]));
  return (id) => byId.get(id);
}

/**
 * Puts the archive together: who was listed where, which topics claim whom, in which order all is shown.
 *
 * @returns the archive; a listing whose digest is not there is left out, and so is a topic that does not exist.
 *   Linear in the number of papers, but for sorting.
 */
export function assembleArchive(parts: Parts): Archive {
  const { notes = new Map(), pages = [], removed = [], collection = nothingCollected } = parts;
  const digestData = new Map(parts.digests.map(({ id, data }) => [id, data]));
  const known = parts.derived(parts.papers);
  const { topics, without } = withPapers(parts.topics, known);
  const topicIds = new Set(topics.map(({ id }) => id));
  const familyOf = familiesBy(topics);
  const families = JSON.stringify(topics.map(({ id, family }) => [id, family]));
  const papers = inOrder(
    Array.from(parts.papers, ([id, shown]) =>
      paperOf(id, shown, {
        digests: digestData,
        topics: topicIds,
        familyOf,
        families,
        derived: known.get(id) ?? nothingDerived,
        note: noteOf(id, shown.facts, notes),
      }),
    ),
  );
  const digests = digestsOf(papers, parts);
  const fullTopics = topicsOf(papers, topics);
  return {
    papers,
    digests,
    topics: fullTopics,
    emptyTopics: without,
    removed,
    sources: collection.sources,
    collectedUntil: collection.until,
    pages: pages.filter(({ id }) => isOwnAddress(id)),
    parts: Object.fromEntries(
      pages.filter(({ id }) => !isOwnAddress(id)).map((page) => [page.id, page]),
    ),
    unsorted: papers.filter((paper) => paper.topics.length === 0),
    paper: finderIn(papers),
    topic: finderIn(fullTopics),
    digest: finderIn(digests),
    ...relatedPapers(papers, parts.similar),
  };
}

/**
 * Parts the topics that are shown from those that no paper has: topics of sets, which speak of whole fields. What the
 * archive has files of its own for is shown in any case, and the families of what is shown.
 */
function withPapers(
  topics: readonly TopicItem[],
  derived: ReadonlyMap<string, Pick<Derived, 'topics'>>,
): { readonly topics: readonly TopicItem[]; readonly without: readonly TopicItem[] } {
  const held = new Set(
    [...derived.values()].flatMap(({ topics: of }) => of.map(({ topic }) => topic)),
  );
  const isHeld = ({ id, ofSet }: TopicItem): boolean => ofSet === undefined || held.has(id);
  const families = new Set(topics.filter(isHeld).map(({ family }) => family));
  const isShown = (topic: TopicItem): boolean => isHeld(topic) || families.has(topic.id);
  return { topics: topics.filter(isShown), without: topics.filter((topic) => !isShown(topic)) };
}

/** The note of a paper: by its id, or by one it had before its file was renamed. */
function noteOf(
  id: string,
  { aliases = [] }: Pick<PaperFacts, 'aliases'>,
  notes: ReadonlyMap<string, Note>,
): Note | undefined {
  const name = [id, ...aliases].find((name) => notes.has(name));
  return name === undefined ? undefined : notes.get(name);
}

/** How a digest came, and its licence: what the capture says goes before what came with it. */
function collectedAs(
  { digests }: ShownCollection,
  id: string,
  { licence }: Pick<DigestData, 'licence'>,
): Pick<Digest, 'collected' | 'licence'> {
  const collected = digests.get(id);
  const said = licence ?? collected?.licence;
  return { ...(collected && { collected }), ...(said !== undefined && { licence: said }) };
}

const inferred = ({ stated }: DigestData): { readonly yearInferred?: true } =>
  stated === undefined ? {} : { yearInferred: true };

const nothingDerived: Derived = { links: [], topics: [], wording: '' };

/** What a paper is put together of, beside itself. */
interface Around {
  readonly digests: ReadonlyMap<string, DigestData>;
  /** The topics that there are. */
  readonly topics: ReadonlySet<string>;
  readonly familyOf: FamilyOf;
  /** The same for the same topics in the same families. */
  readonly families: string;
  readonly derived: Derived;
  readonly note: Note | undefined;
}

/** Where digests list a paper, oldest first. */
const listingsOf = (facts: PaperFacts, digests: Around['digests']): PaperListing[] =>
  facts.digests
    .flatMap(({ digest, lines, record }) => {
      const listed = digests.get(digest);
      if (listed === undefined) return [];
      const where = { lines, ...(record !== undefined && { record }) };
      return [{ digest, date: listed.date, ...inferred(listed), ...where }];
    })
    .toSorted(
      (a, b) => compare(a.date, b.date) || compare(a.digest, b.digest) || a.lines[0] - b.lines[0],
    );

/** Papers as they were put together last. */
const putTogether = new WeakMap<ShownPaper, { readonly paper: Paper; readonly around: Around }>();

/** A paper; the same as last time where all that it is put together of is. */
function paperOf(id: string, shown: ShownPaper, around: Around): Paper {
  const last = putTogether.get(shown);
  if (last?.paper.id === id && isSame(shown, last.around, around)) return last.paper;
  const paper = toPaper(id, shown, around);
  putTogether.set(shown, { paper, around });
  return paper;
}

const isSame = ({ facts }: ShownPaper, one: Around, other: Around): boolean =>
  one.derived === other.derived &&
  one.note === other.note &&
  one.families === other.families &&
  facts.digests.every(({ digest }) => {
    const [before, now] = [one.digests.get(digest), other.digests.get(digest)];
    return before?.date === now?.date && before?.stated === now?.stated;
  });

function toPaper(id: string, shown: ShownPaper, around: Around): Paper {
  const { facts } = shown;
  const { links, wording } = around.derived;
  const near = around.derived.near?.filter(({ topic }) => around.topics.has(topic));
  const listings = listingsOf(facts, around.digests);
  const topics = mostSpecific(
    around.derived.topics.filter(({ topic }) => around.topics.has(topic)),
    around.familyOf,
  );
  const families = familiesOf(
    topics.map(({ topic }) => topic),
    around.familyOf,
  );
  const { note } = around;
  const all = JSON.stringify([id, shown.digest, listings, links, topics, near, note, ...families]);
  return {
    ...facts,
    id,
    wording,
    digest: hash('sha256', all, 'base64url'),
    // Texts are bytes until somebody reads them: see `PaperRow`.
    get text() {
      return shown.body.text;
    },
    get html() {
      return shown.body.html;
    },
    get markdown() {
      return shown.body.markdown;
    },
    get captured() {
      return shown.body.captured;
    },
    listings,
    date: listings[0]?.date ?? '',
    ...(facts.doi !== undefined && { doi: withoutTexEscapes(facts.doi) }),
    authors: facts.authors ?? [],
    categories: facts.categories ?? [],
    links,
    topics,
    ...(families.length > 0 && { families }),
    ...(facts.topics !== undefined && { topicsByHand: true as const }),
    ...(near && { near }),
    corrections: facts.corrections ?? [],
    aliases: facts.aliases ?? [],
    ...(note && { note }),
  };
}

/** The papers that were put in order last. */
let ordered: readonly Paper[] = [];

/** Papers in the order of lists. What is in order but for a few, as it was last time, is sorted in no time. */
function inOrder(papers: readonly Paper[]): readonly Paper[] {
  const rest = new Map(papers.map((paper) => [paper.id, paper]));
  const before = ordered.flatMap(({ id }) => {
    const paper = rest.get(id);
    rest.delete(id);
    return paper ?? [];
  });
  ordered = [...before, ...rest.values()].toSorted(newestFirst);
  return ordered;
}

/** Newest listing first; papers of one digest in its own order. */
function newestFirst(a: Paper, b: Paper): number {
  const [first, second] = [a.listings[0], b.listings[0]];
  return (
    compare(b.date, a.date) ||
    compare(first?.digest ?? '', second?.digest ?? '') ||
    (first?.lines[0] ?? 0) - (second?.lines[0] ?? 0) ||
    compare(a.id, b.id)
  );
}
