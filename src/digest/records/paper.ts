import { arxivShape } from '../identity.ts';
import type { Notation } from '../../text/markdown.ts';
import type { CapturedPaper } from '../model.ts';
import { isProvisional } from '../provisional.ts';
import { fieldsOfObject, type Candidate, type Candidates } from './candidates.ts';
import { factsOf, type Use } from './facts.ts';
import { joinAbstract, joinTitle, notationOf, onOneLine, withoutLabel } from './text.ts';
import { ofType, textOf, type JsonObject } from './values.ts';

/** A paper without its place in the capture. */
export type RecordedPaper = Omit<CapturedPaper, 'lines' | 'record'>;

/** A record, read. */
export interface ReadRecord {
  /** Nothing if the record has no title. */
  readonly paper?: RecordedPaper;
  /** Paths of the fields that went into the paper. */
  readonly used: ReadonlySet<string>;
}

export interface Reading {
  /** How the texts are written, if the source says it; otherwise they are looked at. */
  readonly notation?: Notation;
  /** Titles and abstracts are the text alone: what looks like markup in them is none. */
  readonly literal?: boolean;
  /** Titles end with a full stop that is none of theirs. */
  readonly stopped?: boolean;
  /** Reads a record whose fields say more than those of others do. */
  readonly own?: (source: JsonObject) => ReadRecord;
  /** Undoes the markup that the source's texts carry. */
  readonly clean?: (text: string) => string;
}

/** The first text, and every other field that holds the same one. */
function sameText(
  candidates: readonly Candidate[],
  use: Use,
  read: (text: string) => string,
): string | undefined {
  let found: string | undefined;
  for (const candidate of candidates) {
    const text = textOf(ofType(candidate.value, /^abstract$/i));
    if (text === undefined || (found !== undefined && text.length > found.length * 2 + 100))
      continue;
    const joined = read(text);
    if (joined === '') continue;
    found ??= joined;
    if (joined === found) use(candidate);
  }
  return found;
}

/** DBLP ends every title with a full stop, and so does PubMed. */
const fromDblp = /^https?:\/\/(?:www\.)?dblp\.(?:org|uni-trier\.de|dagstuhl\.de)\/rec\//i;

/** The title of a paper's page on arXiv names the paper's id: `[2401.00001] Frogs in Ponds`. */
const pageTitle = new RegExp(`^(?:\\[${arxivShape}(?:v\\d+)?\\] )?([^]*)$`);

/** What search engines and forms put before a title. */
const withoutLabels = (title: string): string =>
  title.replace(
    /^(?:\[(?:PDF|HTML|BOOK|CITATION|C|B)\]\s{0,3}){0,3}(?:(?:Paper )?Title\s?:\s{1,3})?(?=\S)/i,
    '',
  );

/** An address where an abstract is expected. */
const addressOnly = /^\s*https?:\/\/\S+\s*$/;

/** Reads the paper of a record from its fields. */
export function readRecord(
  fields: Candidates,
  { notation, literal, stopped, clean }: Reading = {},
): ReadRecord {
  const used = new Set<string>();
  const use: Use = ({ paths }) => {
    for (const path of paths) used.add(path);
  };
  const cleaned = clean ?? ((text: string): string => text);
  const stops =
    stopped ??
    fields
      .of('link')
      .some(({ value, label }) => label === 'PubMed' || fromDblp.test(textOf(value) ?? ''));
  const title = sameText(fields.of('title'), use, (text) => {
    const shown = literal ? onOneLine(text) : joinTitle(cleaned(text));
    const [, bare = ''] = pageTitle.exec(withoutLabels(shown)) ?? [];
    return stops ? bare.replace(/(?<!\.)\.$/, '').trimEnd() : bare;
  });
  if (title === undefined) return { used: new Set() };
  const texts = fields.of('abstract').filter(({ value }) => !addressOnly.test(textOf(value) ?? ''));
  const abstract = sameText(texts, use, (text) =>
    literal ? withoutLabel(text).trim() : joinAbstract(cleaned(text)),
  );
  const paper = {
    title,
    ...(abstract === undefined
      ? isProvisional(title) && { incomplete: true as const }
      : { abstract }),
    notation: notation ?? notationOf(title, abstract),
    facts: factsOf(fields, use),
  };
  return { paper, used };
}

/** Whether one of the fields would be a paper's title; a `name` alone is none. */
export function isTitled(fields: Candidates): boolean {
  const titles = fields.of('title').filter(({ value }) => textOf(value) !== undefined);
  const told = fields.of('abstract').some(({ rank }) => rank < 2);
  return titles.some(({ rank }) => rank < 2 || told);
}

export const hasTitle = (record: JsonObject): boolean => isTitled(fieldsOfObject(record));
