/** Finds the records of a file of objects and lists (JSON, YAML, TOML), wherever in it they lie. */
import { readDay } from '../date.ts';
import { arxivId } from '../identity.ts';
import type { Capture, StatedDate, TextRange } from '../model.ts';
import { fieldsOfObject } from './candidates.ts';
import type { Collector } from './collector.ts';
import { markdownRow } from './markdown-row.ts';
import { isMessage, messageRecords } from './messages.ts';
import { hasTitle } from './paper.ts';
import { plainName } from './roles.ts';
import { isObject, type JsonObject, type Reading } from './values.ts';

/** A value in a file. */
export interface Member extends TextRange {
  readonly kind: 'object' | 'array' | 'scalar';
  /** Name of the field; in an array and at the top none. */
  readonly key?: string;
  /** The file ends before the value does. */
  readonly cut?: boolean;
}

/** A file of objects and lists. */
export interface RecordSource<Value extends Member> {
  /** The top of the file is an object: what it holds is no list. */
  readonly keyed?: true;
  /** The values in an object or array, in their order; without one, those at the top. */
  members(container?: Value): Iterable<Value>;
  read(member: Value): Reading;
  /** What is complete of an object that the file ends in. */
  complete?(object: Value): JsonObject;
  /** Whether an object is a paper, if a title does not show it. */
  isPaper?(object: JsonObject): boolean;
}

/** What an object calls the list of its papers. */
const lists = new Set(
  'papers dailypapers items data results entries records articles works list hits docs documents publications message response feed search notes days collection'.split(
    ' ',
  ),
);

/** Lists of a paper's own, whose objects may have titles. */
const ofPaper =
  /^(?:references?|citations?|cited\w*|related\w*|similar\w*|recommend\w*|versions?|children|attachments?|locations?|comments?|sources?|figures?|tables?|sections?|chapters?|links?|media|resources?|datasets?|models?|spaces?|titles?|tags|topics|keywords|concepts|journal|grants|files)$/;

const isContainer = (value: unknown): boolean => Array.isArray(value) || isObject(value);

/**
 * Whether an object lists papers and is none: a list under one of its usual names, or, in an object that
 * states no author and no id, any list of objects with titles and authors or abstracts.
 */
function listsPapers(object: JsonObject, depth = 0): boolean {
  const states = (
    one: JsonObject,
    ...roles: readonly ('authors' | 'doi' | 'abstract')[]
  ): boolean => {
    const fields = fieldsOfObject(one);
    return roles.some((role) => fields.of(role).length > 0);
  };
  const isListed = (item: unknown, usual: boolean): boolean => {
    if (Array.isArray(item))
      return (
        usual &&
        item
          .filter(isContainer)
          .slice(0, 3)
          .some((one) => isObject(one) && hasTitle(one))
      );
    if (!isObject(item)) return false;
    if (hasTitle(item) && (usual || states(item, 'authors', 'abstract'))) return true;
    return usual && depth < 2 && listsPapers(item, depth + 1);
  };
  const anonymous = !states(object, 'authors', 'doi', 'abstract');
  return Object.entries(object).some(([key, value]) => {
    const name = plainName(key);
    const usual = lists.has(name);
    if (!isContainer(value) || !(usual || (anonymous && !ofPaper.test(name)))) return false;
    if (isObject(value) && (!usual || (depth < 2 && listsPapers(value, depth + 1)))) return usual;
    const items: readonly unknown[] = Object.values(value ?? {});
    return items
      .filter(isContainer)
      .slice(0, 3)
      .some((item) => isListed(item, usual));
  });
}

/** How far inside a file a list of papers may lie. */
const deepest = 6;

/** How many values of a list are looked at to learn what it lists. */
const sample = 20;

/** More fields than this around the records are not told. */
const mostAround = 100;

const dayFields = new Set(['date', 'day', 'digestdate']);

/** Whether a note of OpenReview answers another one: a review, a comment, a decision. */
function isAnswer({ forum, replyto, invitation, invitations }: JsonObject): boolean {
  if (typeof forum !== 'string') return false;
  const asked = Array.isArray(invitations) ? invitations.map(String) : [String(invitation ?? '')];
  const kind =
    /(?:Review|Comment|Decision|Rebuttal|Response|Recommendation|Withdraw\w*|Revision)$/i;
  return (typeof replyto === 'string' && replyto !== '') || asked.every((name) => kind.test(name));
}

/** Whether an object is a record: a paper that is no list of papers, or a message. */
export function isRecord(
  object: JsonObject,
  isPaper: (one: JsonObject) => boolean = hasTitle,
): boolean {
  return isMessage(object) || (isPaper(object) && !listsPapers(object));
}

class RecordFinder<Value extends Member> {
  readonly #text: string;
  readonly #source: RecordSource<Value>;
  readonly #collector: Collector;
  /** The text ends inside a value. */
  cut = false;

  constructor({ text }: Capture, source: RecordSource<Value>, collector: Collector) {
    this.#text = text;
    this.#source = source;
    this.#collector = collector;
    this.#inside(undefined, 0);
  }

  #isRecord(member: Value): boolean {
    if (member.kind !== 'object' || member.cut) return false;
    const reading = this.#source.read(member);
    return reading.ok && isObject(reading.value) && isRecord(reading.value, this.#source.isPaper);
  }

  /** Whether a value cannot be read. Of a file of lists it may hold records that can. */
  #isBroken(member: Value): boolean {
    return this.#source.keyed === true && !this.#source.read(member).ok;
  }

  /** Looks for records inside a container that is none. */
  #inside(container: Value | undefined, depth: number): void {
    const isList = container === undefined ? !this.#source.keyed : container.kind === 'array';
    if (isList && this.#some(container).some((member) => this.#isRecord(member))) {
      for (const member of this.#source.members(container)) this.#take(member);
      return;
    }
    for (const member of this.#source.members(container)) {
      if (member.cut) this.cut = true;
      if (member.kind === 'scalar') this.#scalar(member);
      else if (this.#isRecord(member) || this.#isBroken(member)) this.#take(member);
      else if (depth < deepest) this.#inside(member, depth + 1);
    }
  }

  /** The first containers of a container. */
  #some(container: Value | undefined): Value[] {
    const some: Value[] = [];
    for (const member of this.#source.members(container)) {
      if (member.kind !== 'scalar') some.push(member);
      if (some.length >= sample) break;
    }
    return some;
  }

  /** Takes a value for a record. */
  #take(member: Value): void {
    if (member.cut) this.#cutOff(member);
    else if (member.kind === 'array')
      this.#collector.fault('is a list where a record should be', member);
    else if (member.kind === 'object') this.#object(member);
  }

  #object(member: Value): void {
    const reading = this.#source.read(member);
    if (!reading.ok) {
      this.#collector.fault(`${reading.why}; mend it and add the file again`, member);
      return;
    }
    const object = isObject(reading.value) ? reading.value : {};
    if (isMessage(object)) {
      const records = messageRecords(object);
      for (const record of records) this.#collector.add(record, member);
      if (records.length === 0) this.#collector.other('a message that names no paper', member);
    } else if (isAnswer(object)) {
      this.#collector.other('a review, comment or decision of OpenReview', member);
    } else {
      // A record may be filed under its arXiv id: `"2409.11321": { … }`.
      const id = arxivId(member.key ?? '') === undefined ? {} : { id: member.key };
      this.#collector.add({ ...id, ...object }, member);
    }
  }

  #cutOff(member: Value): void {
    this.cut = true;
    if (member.kind === 'scalar') return;
    this.#collector.addCut(
      (member.kind === 'object' && this.#source.complete?.(member)) || {},
      member,
      'is cut off: the file ends inside it; the records before it were read. Get the whole file, or delete the rest of the record',
    );
  }

  /** A value around the records, or a row of Markdown under the id of a paper. */
  #scalar(member: Value): void {
    const { key, start, end, cut } = member;
    if (key === undefined) return;
    if (!cut && arxivId(key) !== undefined) {
      const reading = this.#source.read(member);
      const record = reading.ok ? markdownRow(key, reading.value) : undefined;
      if (record) {
        this.#collector.add(record, member);
        return;
      }
    }
    const { outside, banner, dates, count } = this.#collector;
    if (outside.length >= mostAround) return;
    const said = this.#text.slice(start, Math.min(end, start + 300)).replace(/^"|"$/g, '');
    if (count === 0) banner.push(`${key}: ${said}`);
    const date = dayFields.has(plainName(key)) ? this.#date(said, start) : undefined;
    if (date) dates.push(date);
    outside.push({ field: key, records: 0, used: date !== undefined });
  }

  /** The day that a field around the records states: `"date": "2025-03-11"`. */
  #date(text: string, start: number): StatedDate | undefined {
    const day = readDay(text);
    return day && { text, ...day, line: this.#collector.table.lineOf(start) };
  }
}

/**
 * Finds the records of a file and hands them to a collector.
 *
 * @returns why a line that nobody booked fits nowhere
 */
export function collectRecords<Value extends Member>(
  capture: Capture,
  source: RecordSource<Value>,
  collector: Collector,
): string {
  const { cut } = new RecordFinder(capture, source, collector);
  return cut
    ? 'the file ends in the middle, and no record in it is whole'
    : 'it belongs to no record with a title';
}
