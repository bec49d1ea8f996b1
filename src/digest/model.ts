/**
 * What a parser says of a capture. Pure data: no file system, no Astro.
 *
 *   capture (text) ── DigestFormat.parse ──▶ ParsedDigest
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Notation } from '../text/markdown.ts';

/** A digest as it was captured. */
export interface Capture {
  /** Path shown in messages, e.g. `digests/2025-03-11-trending.txt`. */
  readonly file: string;
  /** The decoded text, untouched but for the encoding: line endings and BOM may still be there. */
  readonly text: string;
}

/**
 * What a line of a capture is.
 *
 * - `banner`: what the page says before its papers: name, subscription, navigation
 * - `date`: the day of the digest
 * - `title`, `abstract`: a paper's
 * - `meta`: other facts or boilerplate of one paper: authors, votes, links, dates, separators
 * - `footer`: what the page says after its papers
 * - `record`: part of a record of a structured file (JSON, XML, BibTeX …), whose fields are accounted for instead
 * - `blank`: white space only
 * - `unaccounted`: fits nowhere; each is reported as `digest/unaccounted-line`
 */
export const lineKinds = [
  'banner',
  'date',
  'title',
  'abstract',
  'meta',
  'footer',
  'record',
  'blank',
  'unaccounted',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** The account of one line: what it is and why, in words a person can read. */
export interface LineAccount {
  readonly kind: LineKind;
  readonly reason: string;
}

/** A link a digest gives for a paper. */
export interface CapturedLink {
  readonly label: string;
  readonly url: string;
}

/** What a person corrected in an archive that was exported. */
export interface CapturedCorrection {
  readonly was: string;
  readonly now: string;
  readonly how: 'seen' | 'reconstructed';
  readonly source?: string;
}

/** Facts the source states about a paper; what it does not say is absent, never guessed. */
export interface PaperFacts {
  /** arXiv identifier without version, e.g. `2409.11321` or `math/0309136`. */
  readonly arxiv?: string;
  /** DOI without resolver, lower case. */
  readonly doi?: string;
  readonly authors?: readonly string[];
  /** The paper's own date, ISO 8601 (YYYY, YYYY-MM or YYYY-MM-DD); never the digest's. */
  readonly published?: string;
  /** The day of its newest version, ISO 8601, where that is a later one than `published`. */
  readonly updated?: string;
  readonly venue?: string;
  /** arXiv categories, primary first. */
  readonly categories?: readonly string[];
  /** The authors' comment, on one line: pages, conference, address of the code. */
  readonly comment?: string;
  readonly links?: readonly CapturedLink[];
  /** Votes at the time of the capture. */
  readonly upvotes?: number;
  /** Ids of the topics that a person gave it; of an archive's own export alone, as what follows is. */
  readonly topics?: readonly string[];
  readonly corrections?: readonly CapturedCorrection[];
  /** Former names of its entry. */
  readonly aliases?: readonly string[];
}

/** One paper as one digest lists it. */
export interface CapturedPaper {
  /** Title as in the source; hard-wrapped lines joined by one space, otherwise untouched. */
  readonly title: string;
  /** Of a list of links alone: the title may be but an identifier, see provisional.ts; nothing else is known. */
  readonly incomplete?: true;
  /**
   * Abstract as in the source; wrapped lines joined by one space, paragraphs by a blank line. Emphasis
   * has the marks of text/emphasis.ts. Absent: none given.
   */
  readonly abstract?: string;
  /** The abstract as an entry had it: of an archive's own export. */
  readonly markdown?: string;
  /** The name that its entry had there. */
  readonly id?: string;
  readonly notation: Notation;
  /** First and last line in the capture, counted from 1. */
  readonly lines: readonly [number, number];
  /** Number of the record in a structured file, from 1; there lines alone may not tell papers apart. */
  readonly record?: number;
  readonly facts: PaperFacts;
}

/** Day of the year as a digest may give it: without a year. */
export interface StatedDate {
  readonly text: string;
  readonly year?: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly line: number;
}

/** A part of a text: UTF-16 code units, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What became of one field of the records of a structured file. */
export interface FieldAccount {
  /** Path of the field, e.g. `paper.authors[].name`. */
  readonly field: string;
  /** Records that hold it. */
  readonly records: number;
  /** Whether it went into the entry; if not, the capture alone holds it. */
  readonly used: boolean;
}

/** Everything a capture says, every line of it accounted for. */
export interface ParsedDigest {
  readonly format: string;
  /** In what the format was recognised, for people. */
  readonly why: string;
  readonly dates: readonly StatedDate[];
  /** The banner's lines, blank ones left out. */
  readonly banner: readonly string[];
  readonly papers: readonly CapturedPaper[];
  /** One account a line: `lines[0]` is line 1. */
  readonly lines: readonly LineAccount[];
  /** Structured files only: every field of every record. */
  readonly fields?: readonly FieldAccount[];
  /** Structured files only: where record n stands in the text, at n - 1, those that are no papers included. */
  readonly records?: readonly TextRange[];
  readonly problems: readonly Diagnostic[];
}

/** How sure a format is that a capture is its own: 0 (no) to 1 (certain), and by what. */
export interface Recognition {
  readonly confidence: number;
  readonly why: string;
}

/** A shape of digest. One file of `formats/` each. */
export interface DigestFormat {
  /** Short name for `--format` and frontmatter, e.g. `hf-text`. */
  readonly id: string;
  /** For people, e.g. "Hugging Face page as plain text". */
  readonly label: string;
  /** Where such files come from, for the README. */
  readonly from: string;
  recognise(capture: Capture): Recognition;
  /** Never throws: what it cannot read is an unaccounted line. */
  parse(capture: Capture): ParsedDigest;
}
