/** Papers to take away: one JSON object a paper, made piece by piece, in one pass. */
import { unlessEmpty } from '../text/unless-empty.ts';
import type { Note, Paper, PaperLink, PaperListing } from './archive.ts';

/** What a paper and its record have alike. */
type Shared = Pick<
  Paper,
  | 'id'
  | 'title'
  | 'incomplete'
  | 'arxiv'
  | 'doi'
  | 'published'
  | 'updated'
  | 'venue'
  | 'comment'
  | 'upvotes'
>;

/** A paper as a line of `archive.jsonl`. What is not known is not there. */
export interface PaperRecord extends Shared {
  readonly authors?: Paper['authors'] | undefined;
  readonly categories?: Paper['categories'] | undefined;
  /** Plain text; paragraphs parted by a blank line. Empty when the digest gave none. */
  readonly abstract: string;
  /** The same as Markdown, where it has formulas or emphasis. */
  readonly markdown?: string | undefined;
  /** What in title and abstract has lost its TeX, as it stands there, and how that is known. */
  readonly damaged?: readonly Paper['damage'][number][] | undefined;
  /** What people corrected in them. */
  readonly corrections?: Paper['corrections'] | undefined;
  /** The paper's page in the archive, if the archive is published at an address. */
  readonly url?: string | undefined;
  /** First and last line count from 1 in the digest's capture. */
  readonly listings: readonly PaperListing[];
  readonly links: readonly PaperLink[];
  /** Ids. */
  readonly topics: readonly string[];
  /** What the topics are parts of. */
  readonly families?: readonly string[] | undefined;
  /** The topics are a person's, not those of the rules. */
  readonly topicsByHand?: true | undefined;
  /** Former ids, whose addresses lead to the paper. */
  readonly aliases?: Paper['aliases'] | undefined;
  /** The words of the archive's owner on the paper, as plain text and what they say of it. */
  readonly note?: Omit<Note, 'html'> | undefined;
}

const exportedNote = ({ html: _, ...note }: Note): PaperRecord['note'] => note;

/** The record of a paper; its keys always come in this order, and `undefined` is left out of JSON. */
export function paperRecord(paper: Paper, url: string | undefined): PaperRecord {
  const { id, title, incomplete, text, listings, links, topics } = paper;
  const { arxiv, doi, published, updated, venue, comment, upvotes } = paper;
  return {
    id,
    title,
    incomplete: incomplete || undefined,
    abstract: text,
    markdown: paper.markdown,
    damaged: unlessEmpty(
      paper.damage.map(({ where, text: left, why }) => ({ where, text: left, why })),
    ),
    corrections: unlessEmpty(paper.corrections),
    url,
    listings,
    arxiv,
    doi,
    authors: unlessEmpty(paper.authors),
    published,
    updated,
    venue,
    categories: unlessEmpty(paper.categories),
    comment,
    upvotes,
    links,
    topics: topics.map(({ topic }) => topic),
    families: paper.families,
    topicsByHand: paper.topicsByHand,
    aliases: unlessEmpty(paper.aliases),
    note: paper.note && exportedNote(paper.note),
  };
}

/** Line breaks to Unicode, though not to JSON Lines: a reader that splits at them would break a record. */
const otherLineBreaks = /[\u0085\u2028\u2029]/g;

/** Papers as JSON Lines, line by line. */
export function* jsonLines(
  papers: Iterable<Paper>,
  pageOf: (path: string) => string | undefined,
): Generator<string> {
  for (const paper of papers) {
    const json = JSON.stringify(paperRecord(paper, pageOf(`papers/${paper.id}/`)));
    const safe = json.replaceAll(
      otherLineBreaks,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    yield `${safe}\n`;
  }
}
