/** What the site knows: papers, topics, digests, and how they hang together. Pure data. */
import type { LineKind } from '../digest/model.ts';
import type { CapturedText } from '../entries/captured.ts';
import type { ForeignFact } from '../entries/records/provenance.ts';
import type { Correction } from '../entries/model.ts';
import type { Nearest } from '../related/index.ts';
import type { PaperDamage } from '../text/damage.ts';
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
}

export interface Paper {
  readonly id: string;
  readonly title: string;
  /** From a list of links alone, and to be completed: the title may be but its identifier. */
  readonly incomplete?: true;
  /** The abstract as safe HTML: paragraphs. Empty when the digest gave none. */
  readonly html: string;
  /** The abstract as plain text; paragraphs parted by a blank line. */
  readonly text: string;
  /** In the order of the digests' dates; never empty for an entry of a digest. */
  readonly listings: readonly PaperListing[];
  /** ISO date of the first listing; empty for an entry written by hand. */
  readonly date: string;
  readonly arxiv?: string;
  readonly doi?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  /** ISO date of the newest version, where that is a later one. */
  readonly updated?: string;
  readonly venue?: string;
  /** arXiv categories, primary first. */
  readonly categories: readonly string[];
  /** The authors' comment: pages, conference. */
  readonly comment?: string;
  /** Votes when captured. */
  readonly upvotes?: number;
  readonly links: readonly PaperLink[];
  readonly topics: readonly TopicMatch[];
  /** Of a paper that the rules gave no topic: topics for which something speaks, though not enough. */
  readonly near?: readonly TopicMatch[];
  /** What people corrected in title and abstract. */
  readonly corrections: readonly Correction[];
  /** What the captures say, character for character, where that is not just what the page shows. */
  readonly captured?: readonly CapturedText[];
  /** Where the abstract is from, if it is not the digest's, e.g. `arXiv:2409.11321v2`. */
  readonly source?: string;
  /** What title and abstract have lost of TeX that a reader needs. */
  readonly damage: readonly PaperDamage[];
  /** Facts that no digest states, each with where it was read. */
  readonly foreign: readonly ForeignFact[];
  /** Former ids, whose addresses lead here. */
  readonly aliases: readonly string[];
}

export interface Topic {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Newest first. */
  readonly papers: readonly Paper[];
}

export interface Digest {
  /** File name without extension. */
  readonly id: string;
  /** ISO date, from the file name. */
  readonly date: string;
  /** What the capture says of its day, if it leaves the year unsaid: `Mar 11`. */
  readonly stated?: string;
  /** The capture leaves the year unsaid. */
  readonly yearInferred?: true;
  /** For readers, e.g. "Trending". */
  readonly name: string;
  /** What the capture says before its papers, line by line. */
  readonly banner?: readonly string[];
  /** The capture's path in the repository. */
  readonly file: string;
  /** What it is in its capture, and what it was decoded from: its lines are those of the decoded text. */
  readonly part?: string;
  /** For readers, e.g. "Hugging Face page as plain text". */
  readonly format: string;
  /** Line count of each kind. */
  readonly lines: Readonly<Partial<Record<LineKind, number>>>;
  /** In the digest's own order. */
  readonly papers: readonly { readonly paper: Paper; readonly lines: readonly [number, number] }[];
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
  /** By label. */
  readonly topics: readonly Topic[];
  /** Papers that no topic claims, newest first. */
  readonly unsorted: readonly Paper[];
  paper(id: string): Paper | undefined;
  topic(id: string): Topic | undefined;
  digest(id: string): Digest | undefined;
  /** What to read next, nearest first; five at most. Worked out for all papers when it is first asked for. */
  related(id: string): readonly RelatedPaper[];
  /** Neighbours of all papers, by place in `papers`. Worked out when it is first asked for. */
  nearest(): Nearest;
}
