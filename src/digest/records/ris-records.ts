import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { eachLine, firstVisible } from '../lines.ts';
import { isObject, type JsonObject } from './values.ts';

/** A stretch of a RIS file. `kind` says whether it is a record, lines with tags that no record holds, or else. */
export interface RisBlock {
  readonly kind: 'record' | 'tags' | 'text';
  readonly start: number;
  readonly end: number;
}

/** The line of a tag: `TI  - Title`. Some programs write one blank before the hyphen, and none after it. */
export const tagLine = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

/** What a line may be before its tag and value are looked at: tags stand at its beginning. */
const longestTag = 8;

function tagOf(text: string, start: number, end: number): string | undefined {
  const from = firstVisible(text, start, end);
  return tagLine.exec(text.slice(from, Math.min(from + longestTag, end)))?.[1];
}

/**
 * Finds the records of a RIS file: from a line `TY` to a line `ER`, or to the next `TY`.
 *
 * @returns blocks in order; blank lines may belong to none
 */
export function risBlocks(text: string): RisBlock[] {
  const blocks: RisBlock[] = [];
  let open: number | undefined;
  let last = 0;
  const close = (end: number): void => {
    if (open !== undefined) blocks.push({ kind: 'record', start: open, end });
    open = undefined;
  };
  eachLine(text, (start, end) => {
    const tag = tagOf(text, start, end);
    if (tag === 'TY') {
      close(last);
      open = start;
    } else if (open === undefined && firstVisible(text, start, end) < end) {
      blocks.push({ kind: tag === undefined ? 'text' : 'tags', start, end });
    }
    if (tag === 'ER') close(end);
    if (firstVisible(text, start, end) < end) last = end;
  });
  close(last);
  return blocks;
}

/** Two blanks, a hyphen and a blank would end a value for the library, which then drops the rest of it. */
const evenedLine = (line: string): string => {
  const found = tagLine.exec(line.trim());
  return found
    ? `${found[1] ?? ''}  - ${(found[2] ?? '').replaceAll(/\s+/g, ' ').trim()}`
    : line.replaceAll(/\s+/g, ' ');
};

/**
 * Reads a record: its tags with their values, several ones as a list. Lines without a tag go on with
 * the value before them.
 *
 * @returns nothing if the library finds no record
 */
export function readRis(record: string): JsonObject | undefined {
  const even = record
    .split(/\r\n?|\n/)
    .map(evenedLine)
    .join('\n');
  try {
    const found = plugins.input.data(even, '@ris/file');
    const first: unknown = Array.isArray(found) ? found[0] : undefined;
    return isObject(first) ? first : undefined;
  } catch {
    return undefined;
  }
}
