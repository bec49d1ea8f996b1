/** Authors as records state them: names, objects, lists of either, and lists written as text. */
import { readJson } from '../records/json-read.ts';
import {
  fieldOf,
  isObject,
  nameFields,
  ofType,
  textOf,
  unwrapped,
  type JsonObject,
} from '../records/values.ts';
import { authorNames } from './list.ts';
import { decodeName, firstNameFirst, longestName, mostAuthors, nobody } from './name.ts';

/** One name turned round, `Vaswani, Ashish`: of two names at least the first would have a given name too. */
const invertedAlone = /^\s*(?:\p{Ll}+\s){0,3}[^\s,]+\s*,|,\s*(?:\p{Lu}\.?[\s-]?){1,3}$/u;

/** The number by which DBLP tells people of one name apart: `Wei Wang 0001`. */
const homonym = /(?<=\p{L}\.? )0\d{3}$/u;

function cleaned(name: string): string {
  const bare = name
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(homonym, '')
    .replace(/,? et\.? ?al\.?$/i, '');
  return decodeName(firstNameFirst(bare).slice(0, longestName)).trim();
}

function fromObject(value: JsonObject): string | undefined {
  const part = (of: keyof typeof nameFields): string | undefined =>
    textOf(fieldOf(value, nameFields[of]))?.replaceAll(/\s+/g, ' ').trim();
  const [family, given] = [part('family'), part('given')];
  if (family !== undefined) {
    return [given, part('particle'), family, part('suffix')]
      .filter((one) => one !== undefined)
      .join(' ');
  }
  const full = part('whole') ?? given;
  if (full !== undefined) return full;
  const inner: unknown = value['author'] ?? value['user'] ?? value['name'];
  return isObject(inner) ? fromObject(inner) : undefined;
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return cleaned(value);
  // arXiv's bulk data: [last, first, suffix].
  if (Array.isArray(value)) {
    const [last, first, ...rest] = value.map((part) => textOf(part));
    return [first, last, ...rest].filter((part) => part !== undefined).join(' ');
  }
  if (!isObject(value)) return undefined;
  const whole = textOf(fieldOf(value, nameFields.literal));
  if (whole !== undefined) return decodeName(whole.slice(0, longestName)).trim();
  const name = fromObject(value);
  return name === undefined ? undefined : cleaned(name);
}

/** A list that was written as text: JSON, or what Python prints of a list of strings or of dictionaries. */
function printedList(text: string): readonly unknown[] | undefined {
  if (!/^\s*\[.*\]\s*$/s.test(text)) return undefined;
  const reading = readJson(text.trim());
  if (reading.ok && Array.isArray(reading.value)) return reading.value;
  // NumPy prints no commas between.
  const quoted = text.match(/'[^']{1,300}'|"[^"]{1,300}"/g);
  return quoted?.map((name) => name.slice(1, -1));
}

function fromText(text: string): string[] {
  const listed = printedList(text);
  if (listed) return names(listed);
  const bracketed = /^\s*\[([^[\]]*)\]\s*$/.exec(text)?.[1];
  if (bracketed !== undefined) return fromText(bracketed);
  if (text.includes('|')) return text.split('|').map(cleaned);
  const lines = text.split('\n').filter((line) => /\S/.test(line));
  if (lines.length > 1 && lines.every((line) => /^[^,;]{3,60}$/.test(line)))
    return lines.map(cleaned);
  const parts = text.split(/(?<!\s)\s+and\s+/i).filter((part) => !nobody.test(part.trim()));
  const inverted = parts.every((part) => /^[^,;]+,[^,;]+$/.test(part));
  if (inverted && (parts.length > 1 || invertedAlone.test(text))) return parts.map(cleaned);
  return authorNames(text);
}

/** Numbers and marks of footnotes at the end of a name. */
const footnotes = /(?<=\p{Ll})(?:\d{1,2}(?:, ?\d{1,2}){0,5}[*†‡§¶]?|[*†‡§¶]{1,3})$/u;

const written = /^(?:authors?|creators?)$/i;

function names(list: readonly unknown[]): string[] {
  // Zotero lists editors and translators among the creators.
  const authors = list.some((item) => isObject(item) && written.test(String(item['creatorType'])))
    ? ofType(list, written)
    : list;
  const found = (Array.isArray(authors) ? authors : []).flatMap((item) => nameOf(item) ?? []);
  // One name that ends in a number may be called so; of several the numbers are of footnotes.
  return found.filter((name) => footnotes.test(name)).length < 2
    ? found
    : found.map((name) => name.replace(footnotes, ''));
}

/**
 * The authors that a record names: a list of names or of objects, or one text that lists them (commas,
 * semicolons, `and`, bars, a printed list). `Last, First` is turned round, TeX accents are resolved.
 *
 * @returns names in the order of the record; empty if there are none
 */
export function authorsOf(value: unknown): string[] {
  const outer = unwrapped(value);
  // DBLP, Europe PMC: `{ "author": [ … ] }`.
  const plain = isObject(outer) ? (outer['author'] ?? outer) : outer;
  let found: string[];
  if (typeof plain === 'string') found = fromText(plain);
  else if (Array.isArray(plain)) {
    const [only]: readonly unknown[] = plain;
    found =
      plain.length === 1 && typeof only === 'string' && /;| and |,.*,/.test(only)
        ? fromText(only)
        : names(plain);
  } else found = isObject(plain) ? names([plain]) : [];
  if (found.length > mostAuthors) return [];
  return found.filter((name) => /[\p{L}\p{N}]/u.test(name) && !nobody.test(name));
}
