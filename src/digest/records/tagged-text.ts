import { eachLine, firstVisible, trimLine } from '../lines.ts';
import type { TextRange } from '../model.ts';
import type { TaggedDialect } from './tagged-dialects.ts';

/** A tag and its value, which may have several lines. */
export type TaggedField = readonly [tag: string, value: string];

/**
 * A stretch of a tagged text: a record, lines with tags that no record holds, what the file says around its
 * records (`frame`), or else.
 */
export type TaggedBlock = TextRange &
  (
    | {
        readonly kind: 'record';
        readonly fields: readonly TaggedField[];
        /** Whether a line says that the record ends. */
        readonly closed: boolean;
      }
    | { readonly kind: 'tags' | 'frame' | 'text' }
  );

/** No tag with what parts it from its value is longer. */
const longestHead = 60;

/** What a line inside a record is called that belongs to no tag. */
const untagged = 'line without a tag';

interface Field {
  readonly tag: string;
  readonly lines: string[];
}

/** Finds the records of a tagged text line by line. */
class TaggedReader {
  readonly blocks: TaggedBlock[] = [];
  readonly #text: string;
  readonly #dialect: TaggedDialect;
  #fields: Field[] = [];
  #start = 0;
  #end = 0;
  #open = false;
  /** Whether the line before was blank, or there was none. */
  #parted = true;
  /** The tag that begins the records of this file. */
  #begins: string | undefined;

  constructor(text: string, dialect: TaggedDialect) {
    this.#text = text;
    this.#dialect = dialect;
    eachLine(text, (start, end) => this.#line(start, end));
    this.#close(this.#end, false);
  }

  #close(end: number, closed: boolean): void {
    if (!this.#open) return;
    const fields = this.#fields.map(({ tag, lines }): TaggedField => [tag, lines.join('\n')]);
    this.blocks.push({ kind: 'record', start: this.#start, end, fields, closed });
    this.#open = false;
    this.#fields = [];
  }

  #beginsAt(tag: string): boolean {
    const { begin, end } = this.#dialect;
    if (tag === begin) return !this.#open || this.#parted || this.#has(tag) || end !== undefined;
    return end === undefined && (!this.#open || (this.#parted && tag === this.#begins));
  }

  #has(tag: string): boolean {
    return this.#fields.some((field) => field.tag === tag);
  }

  #line(start: number, end: number): void {
    if (firstVisible(this.#text, start, end) === end) {
      this.#parted = true;
      return;
    }
    const found = this.#dialect.head.exec(
      this.#text.slice(start, Math.min(end, start + longestHead)),
    );
    const tag = (found?.[1] ?? found?.[2])?.toUpperCase().replaceAll(' ', '_');
    if (found === null || tag === undefined) this.#untagged(start, end);
    else this.#tagged(tag, start + found[0].length, start, end);
    this.#parted = false;
    if (this.#open) this.#end = end;
  }

  #tagged(tag: string, value: number, start: number, end: number): void {
    const { end: last, frame } = this.#dialect;
    if (frame?.includes(tag) === true) {
      this.#close(this.#end, false);
      this.blocks.push({ kind: 'frame', start, end });
    } else if (tag === last) {
      if (this.#open) this.#close(end, true);
      else this.blocks.push({ kind: 'tags', start, end });
    } else if (this.#beginsAt(tag)) {
      this.#close(this.#end, false);
      this.#open = true;
      this.#start = start;
      this.#begins ??= tag;
      this.#add(tag, value, end);
    } else if (this.#open) this.#add(tag, value, end);
    else this.blocks.push({ kind: 'tags', start, end });
  }

  #add(tag: string, start: number, end: number): void {
    const value = trimLine(this.#text.slice(Math.min(start, end), end));
    this.#fields.push({ tag, lines: value === '' ? [] : [value] });
  }

  /** A line without a tag goes on with the value before it. */
  #untagged(start: number, end: number): void {
    const field = this.#fields.at(-1);
    const indented = firstVisible(this.#text, start, end) > start;
    const paragraph = field !== undefined && this.#dialect.texts.includes(field.tag);
    const goesOn = indented || (this.#dialect.flush && (!this.#parted || paragraph));
    if (!this.#open || field === undefined || !goesOn) {
      if (this.#open && this.#dialect.end === undefined) this.#close(this.#end, false);
      if (!this.#open) this.blocks.push({ kind: 'text', start, end });
      else this.#fields.push({ tag: untagged, lines: [trimLine(this.#text.slice(start, end))] });
      return;
    }
    const line = trimLine(this.#text.slice(start, end));
    if (this.#dialect.lists.includes(field.tag) && field.lines.length > 0)
      this.#fields.push({ tag: field.tag, lines: [line] });
    else field.lines.push(...(this.#parted && paragraph ? ['', line] : [line]));
  }
}

/**
 * Finds the records of a tagged text. A record goes from the tag that begins it to the one that ends it, or to
 * the next record.
 *
 * @returns blocks in order; blank lines may belong to none
 */
export function taggedBlocks(text: string, dialect: TaggedDialect): readonly TaggedBlock[] {
  return new TaggedReader(text, dialect).blocks;
}
