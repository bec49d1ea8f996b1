/** Reading what arXiv's API answers. Pure: any text may come back, and none is an exception. */
import type { XmlElement } from '@rgrove/parse-xml';
import { readArxivEntry } from '../digest/formats/xml-records.ts';
import { arxivError } from '../digest/records/feed-rows.ts';
import { onOneLine } from '../digest/records/text.ts';
import { childText } from '../digest/records/xml-fields.ts';
import { findRecords, parseRecord, rootElement } from '../digest/records/xml-text.ts';
import { normalise } from '../text/normalise.ts';
import { unlessEmpty } from '../text/unless-empty.ts';
import { isWithdrawalNotice, type ArxivRecord } from '../entries/records/record.ts';

/**
 * An answer, read.
 *
 * - `refused`: arXiv understood the question as wrong; asking again changes nothing
 * - `damaged`: no feed, or not all of one; asking again may help
 */
export type Answer =
  | {
      readonly kind: 'feed';
      readonly records: readonly ArxivRecord[];
      /** Papers that fit the question; may be more than were sent. */
      readonly total: number;
      /** Entries that could not be read. */
      readonly unreadable: number;
    }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'damaged'; readonly why: string };

const damaged = (why: string): Answer => ({ kind: 'damaged', why });

const totalResults = /<(?:\w{1,20}:)?totalResults[^<>]{0,300}>\s{0,20}(\d{1,9})\s{0,20}</;

/**
 * Reads an answer.
 *
 * An error comes as a feed whose only entry has an id under `arxiv.org/api/errors` and the title `Error`.
 *
 * @see https://info.arxiv.org/help/api/user-manual.html#_errors
 */
export function readAnswer(text: string): Answer {
  if (text.trim() === '') return damaged('the answer is empty');
  const root = rootElement(text);
  if (root === 'html') return damaged('a web page came instead of a feed');
  if (root !== 'feed') return damaged(`no feed: "${onOneLine(text.slice(0, 60))}"`);
  if (!/<\/(?:\w{1,20}:)?feed\s{0,20}>\s*$/.test(text.slice(-200))) {
    return damaged('the answer was cut off');
  }
  const spans = findRecords(text);
  const total = Number(totalResults.exec(text)?.[1] ?? spans.length);
  const records: ArxivRecord[] = [];
  let unreadable = 0;
  for (const { start, end, missing } of spans) {
    const element = missing ? missing : parseRecord(text.slice(start, end));
    if (typeof element === 'string') {
      unreadable++;
      continue;
    }
    const error = arxivError(element);
    if (error !== undefined) return { kind: 'refused', why: error || 'no reason' };
    const record = readRecord(element);
    if (record) records.push(record);
  }
  // arXiv now and then answers with an empty feed although it counts results.
  if (total > 0 && spans.length === 0) return damaged(`${total} results announced, none sent`);
  return { kind: 'feed', records, total, unreadable };
}

/** An unknown id may come back as an entry without title: no record. */
function readRecord(element: XmlElement): ArxivRecord | undefined {
  const { paper } = readArxivEntry(element);
  const id = childText(element, 'id') ?? '';
  const { title, abstract = '', facts } = paper ?? { title: '', facts: {} };
  const { arxiv, authors = [], categories = [], published, updated, doi } = facts;
  if (arxiv === undefined) return undefined;
  const version = /v(\d{1,4})\s*$/.exec(id)?.[1];
  const comment = normalise(facts.comment ?? '');
  return {
    arxiv,
    version: version === undefined ? undefined : Number(version),
    title,
    abstract,
    authors,
    published,
    updated,
    categories,
    doi,
    venue: unlessEmpty(normalise(facts.venue ?? '')),
    comment: unlessEmpty(comment),
    withdrawn: isWithdrawalNotice(abstract) || /\b(?:withdrawn|retracted)\b/i.test(comment),
  };
}
