import { eachLine, firstVisible, trimLine } from '../lines.ts';
import type { TextRange } from '../model.ts';
import type { TaggedDialect } from './tagged-dialects.ts';

/** A tag and its value, which may have several lines. */
export type TaggedField = readonly [tag: string, value: string];

/** A record, or a line with a tag that no record holds. */
export interface TaggedBlock extends TextRange {
  readonly isRecord: boolean;
  readonly fields: readonly TaggedField[];
  /** Whether a line says that the record ends. */
  readonly closed: boolean;
}

/** No tag with what parts it from its value is longer. */
const longestHead = 60;

/** What a line inside a record is called that belongs to no tag. */
const untagged = 'line without a tag';

interface OpenRecord {
  readonly start: number;
  end: number;
  readonly fields: { readonly tag: string; readonly lines: string[] }[];
}

/** Finds the records of a tagged text line by line. */
class TaggedReader {
  readonly blocks: TaggedBlock[] = [];
  readonly #text: string;
  readonly #dialect: TaggedDialect;
  #open: OpenRecord | undefined;
  /** Whether the line before was blank, or there was none. */
  #parted = true;
  /** The tag that begins the records of this file. */
  #begins: string | undefined;

  constructor(text: string, dialect: TaggedDialect) {
    this.#text = text;
    this.#dialect = dialect;
    eachLine(text, (start, end) => {
      const isBlank = firstVisible(text, start, end) === end;
      if (!isBlank) this.#line(start, end);
      this.#parted = isBlank;
      if (this.#open && !isBlank) this.#open.end = end;
    });
    this.#close();
  }

  #close(closed = false): void {
    if (!this.#open) return;
    const { start, end } = this.#open;
    const fields = this.#open.fields.map(({ tag, lines }): TaggedField => [tag, lines.join('\n')]);
    this.blocks.push({ isRecord: true, start, end, fields, closed });
    this.#open = undefined;
  }

  #beginsAt(tag: string): boolean {
    const { begin, end } = this.#dialect;
    if (!this.#open) return tag === begin || end === undefined;
    if (tag !== begin) return end === undefined && this.#parted && tag === this.#begins;
    return (
      this.#parted || end !== undefined || this.#open.fields.some((field) => field.tag === tag)
    );
  }

  #line(start: number, end: number): void {
    const head = this.#text.slice(start, Math.min(end, start + longestHead));
    const found = this.#dialect.head.exec(head);
    const tag = (found?.[1] ?? found?.[2])?.toUpperCase().replaceAll(' ', '_');
    const line = trimLine(this.#text.slice(start + (found?.[0].length ?? 0), end));
    if (tag === undefined) this.#untagged(line, firstVisible(this.#text, start, end) > start);
    else if (this.#dialect.frame?.includes(tag)) this.#close(true);
    else if (tag === this.#dialect.end && this.#open) {
      this.#open.end = end;
      this.#close(true);
    } else if (tag !== this.#dialect.end && this.#beginsAt(tag)) {
      this.#close();
      this.#open = { start, end, fields: [] };
      this.#begins ??= tag;
      this.#add(tag, line);
    } else if (this.#open) this.#add(tag, line);
    else this.blocks.push({ isRecord: false, start, end, fields: [], closed: true });
  }

  #add(tag: string, line: string): void {
    this.#open?.fields.push({ tag, lines: line === '' ? [] : [line] });
  }

  /** A line without a tag goes on with the value before it. */
  #untagged(line: string, indented: boolean): void {
    const { texts, flush, lists, end } = this.#dialect;
    const field = this.#open?.fields.at(-1);
    if (!field) return;
    const paragraph = texts.includes(field.tag);
    if (!indented && !(flush && (!this.#parted || paragraph))) {
      if (end === undefined) this.#close();
      else this.#add(untagged, line);
    } else if (lists?.includes(field.tag) && field.lines.length > 0) this.#add(field.tag, line);
    else field.lines.push(...(this.#parted && paragraph ? ['', line] : [line]));
  }
}

/**
 * Finds the records of a tagged text. A record goes from the tag that begins it to the one that ends it, or to
 * the next record.
 *
 * @returns blocks in order
 */
export function taggedBlocks(text: string, dialect: TaggedDialect): readonly TaggedBlock[] {
  return new TaggedReader(text, dialect).blocks;
}
