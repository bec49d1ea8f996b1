/** What the site knows: papers, topics, digests, and how they hang together. Pure data. */
import type { DigestAccount, ShownSource } from '../collect/shown.ts';
import type { DigestData, PaperData } from '../loaders/collections.ts';
import type { Correction } from '../entries/model.ts';
import type { RemovedPaper } from '../loaders/loaded.ts';
import type { NoteData, OwnPageData } from '../owner/schema.ts';
import type { Settled } from '../related/index.ts';
import type { TopicMatch } from '../topics/index.ts';

export type LinkKind = 'code' | 'project' | 'data' | 'model' | 'demo' | 'paper' | 'link';

/** A link to something that belongs to a paper. */
export interface PaperLink {
  readonly kind: LinkKind;
  /** For readers, e.g. "Code" or "Project page". */
  readonly label: string;
  readonly url: string;
}

/** One appearance of a paper in a digest that the archive holds. */
export interface PaperListing {
  readonly digest: string;
  /** ISO date of the digest. */
  readonly date: string;
  /** The capture leaves the year unsaid. */
  readonly yearInferred?: true;
  readonly lines: readonly [number, number];
  /** Number of its record in a structured file. */
  readonly record?: number;
}

/** The owner's own words on a paper. */
export interface Note extends Omit<NoteData, 'text'> {
  /** Safe HTML; empty for a note of tags and the like alone. */
  readonly html: string;
  /** The same as plain text. */
  readonly text: string;
}

/** A page of the owner's own, or what they say on the home page and on `/about/`. */
export interface OwnPage extends OwnPageData {
  /** Its address; `home` and `about` for those parts. */
  readonly id: string;
  /** Safe HTML. */
  readonly html: string;
}

/** What is known of a paper, as its entry and the loader have it: see `paperDataSchema`. */
type PaperFacts = Pick<
  PaperData,
  | 'title'
  | 'incomplete'
  | 'text'
  | 'file'
  | 'arxiv'
  | 'doi'
  | 'published'
  | 'updated'
  | 'venue'
  | 'comment'
  | 'upvotes'
  | 'captured'
  | 'source'
  | 'damage'
  | 'foreign'
>;

/** A paper as the archive shows it; what no source says of it is absent or empty. */
export interface Paper extends Readonly<PaperFacts> {
  readonly id: string;
  /** The abstract as safe HTML: paragraphs. Empty when the digest gave none. */
  readonly html: string;
  /** The abstract as Markdown, where its text alone would not give it back: with formulas or emphasis. */
  readonly markdown?: string | undefined;
  /** In the order of the digests' dates; never empty for an entry of a digest. */
  readonly listings: readonly PaperListing[];
  /** ISO date of the first listing; empty for an entry written by hand. */
  readonly date: string;
  readonly authors: readonly string[];
  /** arXiv categories, primary first. */
  readonly categories: readonly string[];
  readonly links: readonly PaperLink[];
  /** Those that say most: a topic of which it has a part is under `families` alone. */
  readonly topics: readonly TopicMatch[];
  /** Ids of the topics that its topics are parts of; absent if they are of none. */
  readonly families?: readonly string[];
  /** A person says which they are, or that there is none. */
  readonly topicsByHand?: true;
  /** Of a paper that the rules gave no topic: topics for which something speaks, though not enough. */
  readonly near?: readonly TopicMatch[];
  /** What people corrected in title and abstract. */
  readonly corrections: readonly Correction[];
  /** Former ids, whose addresses lead here. */
  readonly aliases: readonly string[];
  /** No part of the abstract, of citations or of feeds. */
  readonly note?: Note;
  /** Hash of title and text: what the words alone decide stays while it does. */
  readonly wording: string;
  /** Hash of all of the above: what is made of this paper alone stays while it does. */
  readonly digest: string;
}

export interface Topic {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Id of the topic that it is a part of; absent at the top. */
  readonly family?: string | undefined;
  /** Newest first; with those of its parts. */
  readonly papers: readonly Paper[];
}

/** A digest: see `digestDataSchema`. */
export interface Digest extends Readonly<
  Pick<
    DigestData,
    'date' | 'stated' | 'name' | 'file' | 'part' | 'format' | 'lines' | 'hash' | 'licence' | 'shown'
  >
> {
  /** File name without extension. */
  readonly id: string;
  /** The capture leaves the year unsaid. */
  readonly yearInferred?: true;
  /** What the capture says before its papers, line by line. */
  readonly banner?: readonly string[];
  /** How it was collected; absent of a capture that is nobody's but the owner's. */
  readonly collected?: DigestAccount;
  /** In the digest's own order. */
  readonly papers: readonly {
    readonly paper: Paper;
    readonly lines: readonly [number, number];
    readonly record?: number;
  }[];
}

/** A paper to read next, and why. */
export interface RelatedPaper {
  readonly paper: Paper;
  /** Cosine, 0 to 1. */
  readonly similarity: number;
  /** What both papers speak of, as a reader writes it, heaviest first; three at most. */
  readonly terms: readonly string[];
  /** Ids of the topics that both belong to. */
  readonly topics: readonly string[];
}

export interface Archive {
  /** Newest first; within a digest in its own order. */
  readonly papers: readonly Paper[];
  /** Newest first. */
  readonly digests: readonly Digest[];
  /** By label. Of a set, those that a paper has. */
  readonly topics: readonly Topic[];
  /** The others of a set: no page names them, and their addresses lead on. */
  readonly emptyTopics: readonly Pick<Topic, 'id' | 'label' | 'family'>[];
  /** Papers that no topic claims, newest first. */
  readonly unsorted: readonly Paper[];
  /** What is left of papers that were removed. */
  readonly removed: readonly RemovedPaper[];
  /** The owner's own pages, by name. */
  readonly pages: readonly OwnPage[];
  /** What is collected, and what came of it. */
  readonly sources: readonly ShownSource[];
  /** ISO day of the last answer of all sources; empty before the first. */
  readonly collectedUntil: string;
  /** What they say on pages that every archive has. */
  readonly parts: Readonly<Partial<Record<'home' | 'about', OwnPage>>>;
  paper(id: string): Paper | undefined;
  topic(id: string): Topic | undefined;
  digest(id: string): Digest | undefined;
  /** What to read next, nearest first; five at most. Worked out for all papers when it is first asked for. */
  related(id: string): readonly RelatedPaper[];
  /** Neighbours of all papers, the oldest at 0, that hold while papers are added. Worked out when first asked for. */
  settled(): Settled;
}
