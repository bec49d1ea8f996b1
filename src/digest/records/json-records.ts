import type { JSONScanner } from 'jsonc-parser';
import { arxivId } from '../identity.ts';
import type { Capture } from '../model.ts';
import { Candidates } from './candidates.ts';
import type { Collector, Range } from './collector.ts';
import { pythonAsJson } from './json-python.ts';
import { readJson } from './json-read.ts';
import { jsonMembers, newScanner, type JsonMember } from './json-scan.ts';
import { isMessage, messageRecords } from './messages.ts';
import { markdownRow } from './markdown-row.ts';
import { hasTitle } from './paper.ts';
import { plainName } from './roles.ts';
import { isObject, type JsonObject } from './values.ts';

/** What an object calls the list of its papers. */
const lists = new Set(
  'papers dailypapers items data results entries records articles works list hits docs documents publications message response feed search notes days collection'.split(
    ' ',
  ),
);

/** Lists of a paper's own, whose objects may have titles. */
const ofPaper =
  /^(?:references?|citations?|cited\w*|related\w*|similar\w*|recommend\w*|versions?|children|attachments?|locations?|comments?|sources?|figures?|tables?|sections?|chapters?|links?|media|resources?|datasets?|models?|spaces?|titles?|tags|topics|keywords|concepts|journal|grants|files)$/;

/**
 * Whether an object lists papers and is none: a list under one of its usual names, or, in an object that
 * states no author and no id, any list of objects with titles and authors or abstracts.
 */
export function listsPapers(object: JsonObject, depth = 0): boolean {
  const own = new Candidates(object);
  const anonymous =
    own.of('authors').length + own.of('doi').length + own.of('abstract').length === 0;
  return Object.entries(object).some(([key, value]) => {
    const name = plainName(key);
    const usual = lists.has(name);
    if (isObject(value)) return usual && depth < 2 && listsPapers(value, depth + 1);
    if (!Array.isArray(value) || !(usual || (anonymous && !ofPaper.test(name)))) return false;
    return value.slice(0, 3).some((item) => {
      if (!isObject(item) || !hasTitle(item)) return false;
      const fields = new Candidates(item);
      return usual || fields.of('authors').length > 0 || fields.of('abstract').length > 0;
    });
  });
}

/** How far inside a file a list of papers may lie. */
const deepest = 6;

/** How many values of a list are looked at to learn what it lists. */
const sample = 20;

/** A value around the records that says something: `"date": "2025-03-11"`. */
export interface WrapperField extends Range {
  readonly key: string;
}

/** The fields of an object that ends with the file which are whole. A number at the very end may go on. */
export function wholeFields(text: string, scanner: JSONScanner, object: JsonMember): JsonObject {
  const fields: Record<string, unknown> = {};
  for (const { key, kind, start, end, cut } of jsonMembers(scanner, object)) {
    if (key === undefined || cut || (kind === 'scalar' && end >= text.trimEnd().length)) continue;
    const reading = readJson(text.slice(start, end));
    if (reading.ok) fields[key] = reading.value;
  }
  return fields;
}

/** A record that is filed under its arXiv id: `"2409.11321": { … }`. */
function named(record: JsonObject, { key }: JsonMember): JsonObject {
  return key !== undefined && arxivId(key) !== undefined && !('id' in record)
    ? { id: key, ...record }
    : record;
}

/** Whether a note of OpenReview answers another one: a review, a comment, a decision. */
function isAnswer({ forum, replyto, invitation, invitations }: JsonObject): boolean {
  if (typeof forum !== 'string') return false;
  const asked = Array.isArray(invitations) ? invitations.map(String) : [String(invitation ?? '')];
  const kind =
    /(?:Review|Comment|Decision|Rebuttal|Response|Recommendation|Withdraw\w*|Revision)$/i;
  return (typeof replyto === 'string' && replyto !== '') || asked.every((name) => kind.test(name));
}

/** Finds the records of a JSON text and hands them to a collector. */
export class JsonRecords {
  readonly #file: string;
  readonly #text: string;
  readonly #scanner: JSONScanner;
  readonly #collector: Collector;
  readonly wrapper: WrapperField[] = [];
  /** Where the first record begins and the last one ends. */
  first = Infinity;
  last = 0;
  /** The text ends inside a value. */
  cut = false;

  constructor({ file, text }: Capture, collector: Collector) {
    this.#file = file;
    this.#text = text;
    this.#scanner = newScanner(pythonAsJson(text) ?? text);
    this.#collector = collector;
  }

  collect(): void {
    const top = Array.from(this.#some(undefined, sample));
    if (top.some((member) => this.#isRecord(member))) this.#take(undefined);
    else this.#inside(undefined, 0);
  }

  /** The first containers of a container. */
  *#some(container: JsonMember | undefined, count: number): Generator<JsonMember> {
    let seen = 0;
    for (const member of jsonMembers(this.#scanner, container)) {
      if (member.kind === 'scalar') continue;
      yield member;
      if (++seen >= count) return;
    }
  }

  /** Whether an object is a paper or a message: it has a title, and no list of papers inside. */
  #isRecord(member: JsonMember): boolean {
    if (member.kind !== 'object' || member.cut) return false;
    if (this.#listOf(member)) return false;
    const reading = readJson(this.#text.slice(member.start, member.end));
    if (!reading.ok || !isObject(reading.value)) return false;
    return isMessage(reading.value) || (hasTitle(reading.value) && !listsPapers(reading.value));
  }

  /** The member that lists papers, if the object is such a list with something around it. */
  #listOf(object: JsonMember, depth = 0): JsonMember | undefined {
    if (depth > 2) return undefined;
    // Members are looked at only where their name says so: a record may hold lists of other papers.
    const named = Array.from(jsonMembers(this.#scanner, object)).filter(
      ({ key, kind }) => kind !== 'scalar' && key !== undefined && lists.has(plainName(key)),
    );
    return named.find((member) => {
      const inner = Array.from(this.#some(member, 3));
      return inner.some((item) =>
        item.kind === 'object'
          ? this.#looksTitled(item) || this.#listOf(item, depth + 1) !== undefined
          : this.#hasTitledItem(item),
      );
    });
  }

  #hasTitledItem(container: JsonMember): boolean {
    return Array.from(this.#some(container, 3)).some(
      (item) => item.kind === 'object' && this.#looksTitled(item),
    );
  }

  #looksTitled(object: JsonMember): boolean {
    if (object.cut) return false;
    const reading = readJson(this.#text.slice(object.start, object.end));
    return reading.ok && isObject(reading.value) && hasTitle(reading.value);
  }

  /** Takes the objects of a container for records. */
  #take(container: JsonMember | undefined): void {
    for (const member of jsonMembers(this.#scanner, container)) {
      this.first = Math.min(this.first, member.start);
      this.last = Math.max(this.last, member.end);
      if (member.cut) this.#cutOff(member);
      else if (member.kind === 'object') this.#record(member);
      else if (member.kind === 'array')
        this.#collector.fault('is a list where a record should be', member);
    }
  }

  #record(member: JsonMember): void {
    const reading = readJson(this.#text.slice(member.start, member.end));
    if (!reading.ok) {
      this.#collector.fault(
        `is not valid JSON (${reading.why}); mend it and add the file again`,
        member,
      );
    } else if (isObject(reading.value)) this.#object(reading.value, member);
  }

  #object(object: JsonObject, member: JsonMember): void {
    if (isMessage(object)) {
      const records = messageRecords(object);
      for (const record of records) this.#collector.add(record, member);
      if (records.length === 0) this.#collector.other('a message that names no paper', member);
    } else if (isAnswer(object)) {
      this.#collector.other('a review, comment or decision of OpenReview', member);
    } else this.#collector.add(named(object, member), member);
  }

  #cutOff(member: JsonMember): void {
    this.cut = true;
    if (member.kind === 'scalar') return;
    this.#collector.addCut(
      this.#file,
      member.kind === 'object' ? wholeFields(this.#text, this.#scanner, member) : undefined,
      member,
      'is cut off: the file ends inside it; the records before it were read. Get the whole file, or delete the rest of the record',
    );
  }

  /** Looks for records inside a container that is none. */
  #inside(container: JsonMember | undefined, depth: number): void {
    if (container?.kind === 'array' || container === undefined) {
      const some = Array.from(this.#some(container, sample));
      if (some.some((member) => this.#isRecord(member))) {
        this.#take(container);
        return;
      }
    }
    for (const member of jsonMembers(this.#scanner, container)) {
      if (member.kind === 'scalar') {
        if (this.#row(member)) continue;
        if (member.key !== undefined && this.wrapper.length < 100) {
          this.wrapper.push({ key: member.key, start: member.start, end: member.end });
        }
      } else if (depth < deepest) this.#member(member, depth);
      if (member.cut) this.cut = true;
    }
  }

  /** Takes a row of Markdown under the id of a paper for a record. */
  #row(member: JsonMember): boolean {
    if (member.key === undefined || member.cut || arxivId(member.key) === undefined) return false;
    const record = markdownRow(member.key, this.#text.slice(member.start, member.end));
    if (!record) return false;
    this.first = Math.min(this.first, member.start);
    this.last = Math.max(this.last, member.end);
    this.#collector.add(record, member);
    return true;
  }

  #member(member: JsonMember, depth: number): void {
    if (member.cut) {
      // A record in it may be whole.
      this.#inside(member, depth + 1);
      return;
    }
    if (member.kind === 'object' && this.#isRecord(member)) {
      this.first = Math.min(this.first, member.start);
      this.last = Math.max(this.last, member.end);
      this.#record(member);
    } else this.#inside(member, depth + 1);
  }
}
