/** Whether an answer is what was asked for, and how many papers its sender counts. Pure; nothing here reads papers. */
import { isoDay } from '../digest/date.ts';
import { findDay } from '../digest/days.ts';
import { licenceIn } from '../digest/licence.ts';
import { findRecords, rootElement } from '../digest/records/xml-text.ts';
import { onOneLine } from '../digest/records/text.ts';
import { isObject } from '../digest/records/values.ts';
import { jsonOf } from '../net/json.ts';

/** What came. */
export type Sent =
  | {
      readonly ok: true;
      /** Extension of the capture. */
      readonly extension: string;
      /** Papers that the sender counts in it; absent where nothing counts them. */
      readonly announced?: number;
      /** ISO day that it says it is of. */
      readonly day?: string;
      /** Under what it is given away, where it says so. */
      readonly licence?: string;
      /** Where the rest of it is. */
      readonly next?: string;
    }
  | { readonly ok: false; readonly why: string };

const wrong = (why: string): Sent => ({ ok: false, why });

/** Only the head of a feed is looked at for what it says of itself. */
const headLength = 20_000;

const dayElement = /<(?:pubDate|updated|lastBuildDate|dc:date)>([^<]{1,60})</;

/**
 * Reads an answer that is to be a feed, Atom or RSS.
 *
 * @param address where it was asked for: the next part of a long one is asked for there
 */
export function readXmlAnswer(text: string, address: string): Sent {
  if (text.trim() === '') return wrong('the answer is empty');
  const root = rootElement(text)?.toLowerCase();
  if (root === 'html') return wrong('a web page came instead of a feed');
  if (root === undefined || !['feed', 'rss', 'rdf'].includes(root.replace(/^.*:/, '')))
    return wrong(`no feed came: "${onOneLine(text.slice(0, 60))}"`);
  if (!/<\/[\w:]{1,20}\s{0,20}>\s*$/.test(text.slice(-200))) return wrong('the answer was cut off');
  const records = findRecords(text);
  const head = text.slice(0, Math.min(records[0]?.start ?? headLength, headLength));
  const error = /arxiv\.org\/api\/errors#([^<]{1,300})/.exec(text.slice(0, headLength))?.[1];
  if (error !== undefined) return wrong(`the question is refused: ${onOneLine(error)}`);
  const day = findDay(dayElement.exec(head)?.[1] ?? '');
  const total = numberOf(head, 'total');
  const start = numberOf(head, 'start') ?? 0;
  if (total !== undefined && total > start && records.length === 0)
    return wrong(`${total} results announced, none sent`);
  const asked = Number(new URL(address).searchParams.get('start'));
  if (total !== undefined && start !== asked) return wrong('another part came than was asked for');
  const seen = start + records.length;
  return {
    ok: true,
    extension: 'xml',
    announced: records.length,
    day: day && isoDay(day),
    licence: licenceIn(text),
    next: total !== undefined && total > seen ? withStart(address, seen) : undefined,
  };
}

/** Papers in all, and those before the first of this part. @see https://github.com/dewitt/opensearch */
const counts = {
  total: /<(?:\w{1,20}:)?totalResults[^<>]{0,300}>\s{0,20}(\d{1,9})\s{0,20}</,
  start: /<(?:\w{1,20}:)?startIndex[^<>]{0,300}>\s{0,20}(\d{1,9})\s{0,20}</,
};

function numberOf(head: string, name: keyof typeof counts): number | undefined {
  const found = counts[name].exec(head)?.[1];
  return found === undefined ? undefined : Number(found);
}

function withStart(address: string, start: number): string {
  const url = new URL(address);
  url.searchParams.set('start', String(start));
  return url.href;
}

/** How the services call the list of papers in their answers. */
const listNames = ['collection', 'notes', 'items', 'papers', 'results', 'data'];

/**
 * Reads an answer that is to be JSON.
 *
 * @param from how many papers the parts before it held
 * @param nextOf where the rest is, by how many papers came so far; asked where the answer says that there are more
 */
export function readJsonAnswer(text: string, from = 0, nextOf?: (seen: number) => string): Sent {
  const json = jsonOf(text);
  if (!json.ok) return json;
  const { value } = json;
  const list = Array.isArray(value)
    ? value
    : isObject(value)
      ? listNames.map((name) => value[name]).find((member) => Array.isArray(member))
      : undefined;
  if (!Array.isArray(list)) {
    const said = isObject(value) ? (value['message'] ?? value['error'] ?? value['messages']) : '';
    return wrong(
      `no list of papers came: "${onOneLine(JSON.stringify(said ?? '').slice(0, 100))}"`,
    );
  }
  const seen = from + list.length;
  const hasMore = totalOf(value) > seen && list.length > 0;
  return {
    ok: true,
    extension: 'json',
    announced: list.length,
    licence: licenceIn(text),
    next: hasMore ? nextOf?.(seen) : undefined,
  };
}

/** How many papers there are in all: bioRxiv's and OpenReview's ways to say it. */
function totalOf(value: unknown): number {
  if (!isObject(value)) return 0;
  const messages = value['messages'];
  const said = Array.isArray(messages) && isObject(messages[0]) ? messages[0] : value;
  return Number(said['total'] ?? said['count'] ?? 0) || 0;
}

/** Reads an answer that may be of any shape: whether there are papers in it is seen when it is taken in. */
export function readPage(text: string): Sent {
  if (text.trim() === '') return wrong('the answer is empty');
  const root = rootElement(text)?.toLowerCase();
  const extension = /^\s*[{[]/.test(text)
    ? 'json'
    : root === 'html' || /^\s*<!doctype html/i.test(text)
      ? 'html'
      : root === undefined
        ? 'txt'
        : 'xml';
  return { ok: true, extension, licence: licenceIn(text) };
}
