/** Papers to take away: one JSON object a paper, made piece by piece, in one pass. */
import type { Paper } from './model.ts';

/** A paper as a line of `archive.jsonl`. What is not known is not there. */
export interface PaperRecord {
  readonly id: string;
  readonly title: string;
  /** A list gave only a link; the title may be but its identifier. */
  readonly incomplete?: true;
  /** Plain text; paragraphs parted by a blank line. Empty when the digest gave none. */
  readonly abstract: string;
  /** What in them has lost its TeX, as it stands there. */
  readonly damaged?: readonly { where: 'title' | 'abstract'; text: string }[];
  /** The paper's page in the archive. */
  readonly url: string;
  /** First and last line count from 1 in the digest's capture. */
  /** `yearInferred`: the capture does not say the year of its date. */
  readonly listings: readonly {
    digest: string;
    date: string;
    yearInferred?: true;
    lines: readonly [number, number];
  }[];
  readonly arxiv?: string;
  readonly doi?: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly updated?: string;
  readonly venue?: string;
  /** arXiv categories, primary first. */
  readonly categories?: readonly string[];
  readonly comment?: string;
  /** Votes when captured. */
  readonly upvotes?: number;
  readonly links: readonly { kind: string; label: string; url: string }[];
  /** Ids. */
  readonly topics: readonly string[];
}

/** The record of a paper; its keys always come in the order of `PaperRecord`. */
export function paperRecord(paper: Paper, url: string): PaperRecord {
  const { id, title, text, listings, arxiv, doi, authors, published, links, topics } = paper;
  const { updated, venue, categories, comment, upvotes } = paper;
  return {
    id,
    title,
    ...(paper.incomplete && { incomplete: true }),
    abstract: text,
    ...(paper.damage.length > 0 && {
      damaged: paper.damage.map(({ where, text: left }) => ({ where, text: left })),
    }),
    url,
    listings: listings.map(({ digest, date, yearInferred, lines }) => ({
      digest,
      date,
      ...(yearInferred && { yearInferred }),
      lines,
    })),
    ...(arxiv !== undefined && { arxiv }),
    ...(doi !== undefined && { doi }),
    ...(authors.length > 0 && { authors }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(venue !== undefined && { venue }),
    ...(categories.length > 0 && { categories }),
    ...(comment !== undefined && { comment }),
    ...(upvotes !== undefined && { upvotes }),
    links: links.map(({ kind, label, url }) => ({ kind, label, url })),
    topics: topics.map(({ topic }) => topic),
  };
}

/** Line breaks to Unicode, though not to JSON Lines: a reader that splits at them would break a record. */
const otherLineBreaks = /[\u0085\u2028\u2029]/g;

/** Papers as JSON Lines, line by line. */
export function* jsonLines(
  papers: Iterable<Paper>,
  absolute: (path: string) => string,
): Generator<string> {
  for (const paper of papers) {
    const json = JSON.stringify(paperRecord(paper, absolute(`papers/${paper.id}/`)));
    const safe = json.replaceAll(
      otherLineBreaks,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    yield `${safe}\n`;
  }
}

/** Characters gathered before they are handed on: a chunk for every paper would cost more than the paper. */
const chunkLength = 65_536;

/** Pieces of text as a stream of UTF-8, made as it is read, so that a whole archive is never one string. */
export function textStream(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let chunk = '';
      while (chunk.length < chunkLength) {
        const next = iterator.next();
        if (next.done === true) {
          if (chunk !== '') controller.enqueue(encoder.encode(chunk));
          controller.close();
          return;
        }
        chunk += next.value;
      }
      controller.enqueue(encoder.encode(chunk));
    },
    cancel() {
      iterator.return?.();
    },
  });
}
