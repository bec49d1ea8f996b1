/** What planning asks of papers and entries, worked out once for each and kept with them. Pure. */
import { hash } from 'node:crypto';
import type { CapturedPaper } from '../digest/model.ts';
import { fits } from './admissible.ts';
import { keysFor, type Known } from './identity.ts';
import { titleOf } from './merge.ts';
import type { Frontmatter, StoredEntry } from './model.ts';
import { isEdited } from './origin.ts';
import { recordOf, withRecord, type Records } from './records/apply.ts';
import type { StoredRecord } from './records/parse.ts';
import { isSlug, slugOf } from './slug.ts';

/** What planning has to know of a captured paper before it looks closer. */
export interface PaperMarks {
  /** Its title as an entry would have it, and ids that an entry may hold. */
  readonly known: Known;
  /** The file name that its title asks for. */
  readonly slug: string;
  /** Differs where anything that the capture says of it does. */
  readonly hash: string;
}

/** What planning has to know of an entry. */
export interface EntryMarks {
  readonly known: Known;
  /** SHA-256 of its file. */
  readonly hash: string;
  readonly edited: boolean;
}

/** Where papers and entries that are read from what is kept have their marks; of others they are found here. */
export const marksKey = Symbol('marks');
const papers = new WeakMap<CapturedPaper, PaperMarks>();
const entries = new WeakMap<StoredEntry, EntryMarks>();

/** What may have its marks with it. */
interface Marked<Marks> {
  readonly [marksKey]?: Marks;
}

const withKeys = (known: Known): Known => {
  const { links: _, ...rest } = known;
  return { ...rest, keys: keysFor(known) };
};

export function marksOfPaper(paper: CapturedPaper & Marked<PaperMarks>): PaperMarks {
  const before = paper[marksKey] ?? papers.get(paper);
  if (before) return before;
  const { arxiv, doi, links } = paper.facts;
  const title = titleOf(paper);
  const marks = {
    known: withKeys({
      title,
      arxiv: fits('arxiv', arxiv) ? arxiv : undefined,
      doi: fits('doi', doi) ? doi : undefined,
      links,
    }),
    slug: paper.id !== undefined && isSlug(paper.id) ? paper.id : slugOf(title),
    hash: hash('sha256', JSON.stringify(paper)).slice(0, 32),
  };
  papers.set(paper, marks);
  return marks;
}

export function marksOfEntry(stored: StoredEntry & Marked<EntryMarks>): EntryMarks {
  const before = stored[marksKey] ?? entries.get(stored);
  if (before) return before;
  const { entry, text } = stored;
  const marks = {
    known: knownOf(entry.data),
    hash: hash('sha256', text),
    edited: isEdited(text, entry.data.origin),
  };
  entries.set(stored, marks);
  return marks;
}

/** SHA-256 of a record's file. */
export const hashOfRecord = (record: StoredRecord): string =>
  record.hash ?? hash('sha256', record.text);

/** Whether a person has edited an entry; see `isEdited`. */
export const isTouched = (stored: StoredEntry): boolean => marksOfEntry(stored).edited;

const knownOf = ({ title, arxiv, doi, links }: Frontmatter): Known =>
  withKeys({ title, arxiv, doi, links });

/** What identifies the paper of an entry: what its record adds counts too. */
export function knownWith(stored: StoredEntry, records: Records): Known {
  const { entry } = stored;
  if (records.size === 0 || !recordOf(entry.id, entry.data, records))
    return marksOfEntry(stored).known;
  return knownOf(withRecord(entry, records).data);
}
