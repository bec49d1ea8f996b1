/** Values of records, as JSON gives them. */

import { plainName } from './roles.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys under which one text may be wrapped: OpenReview, Semantic Scholar's TLDR, DataCite, XML turned into JSON. */
const wrappers =
  'value text #text _ name display_name title description content journal_title url'.split(' ');

/** Whether a value is a text as OpenAlex gives it: the places of each of its words, from 0. */
export function isInvertedText(value: unknown): value is Readonly<Record<string, number[]>> {
  if (!isObject(value)) return false;
  const places = Object.values(value);
  return (
    places.length > 0 &&
    places.every((list) => Array.isArray(list) && list.length > 0 && list.every(Number.isInteger))
  );
}

function fromInverted(index: Readonly<Record<string, number[]>>): string {
  return Object.entries(index)
    .flatMap(([word, places]) => places.map((place) => ({ word, place })))
    .toSorted((one, other) => one.place - other.place)
    .map(({ word }) => word)
    .join(' ');
}

/** Of a list of objects that each say their type (`"dateType": "Issued"`) those of a type, or the list as it is. */
export function ofType(value: unknown, type: RegExp): unknown {
  if (!Array.isArray(value)) return value;
  const fitting = value.filter(
    (item) =>
      isObject(item) &&
      Object.entries(item).some(
        ([key, said]) => /type$/i.test(key) && typeof said === 'string' && type.test(said),
      ),
  );
  return fitting.length > 0 ? fitting : value;
}

/**
 * The text that a value holds: a string, a number, the text inside a wrapper (`{ "value": … }`), or the
 * first of a list. Nothing for blank texts and all else.
 */
export function textOf(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return /\S/.test(value) ? value : undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (depth > 3) return undefined;
  if (Array.isArray(value)) {
    const [first]: readonly unknown[] = value;
    return textOf(first, depth + 1);
  }
  if (!isObject(value)) return undefined;
  if (isInvertedText(value)) return fromInverted(value);
  for (const key of wrappers) {
    const text = textOf(value[key], depth + 1);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A value without the wrapper that OpenReview puts around it: `{ "value": … }`. */
export function unwrapped(value: unknown): unknown {
  return isObject(value) && 'value' in value ? value['value'] : value;
}

/** Fields of a name in an object: the whole of it, or its parts; as `plainName` writes them. */
export const nameFields = {
  whole: 'name fullname displayname literal rawauthorname text value'.split(' '),
  given: 'given firstname givenname first forename forenames initials'.split(' '),
  family: 'family lastname familyname last surname keyname'.split(' '),
  particle: 'nondroppingparticle droppingparticle'.split(' '),
  suffix: ['suffix'],
  /** A name that is not turned round: `Bee and Sons, Inc.` */
  literal: 'literal collectivename'.split(' '),
} as const;

/** Fields of a date in an object. */
export const dateFields = {
  parts: ['dateparts'],
  year: ['year'],
  month: ['month'],
  day: ['day'],
  whole: 'value date created raw literal datetime medlinedate'.split(' '),
} as const;

/** What an object has under the first of some names that is there, however they are written. */
export function fieldOf(object: JsonObject, names: readonly string[]): unknown {
  const keys = Object.keys(object);
  const plain = keys.map(plainName);
  for (const name of names) {
    const value: unknown = object[keys[plain.indexOf(name)] ?? ''];
    if (value !== null && value !== undefined) return value;
  }
  return undefined;
}

/** What is read of an object that stands where a text, a name or a date is expected. */
const readNames: ReadonlySet<string> = new Set([
  ...wrappers,
  ...Object.values(nameFields).flat(),
  ...Object.values(dateFields).flat(),
]);

/** Whether a field of such an object is read. */
export const isRead = (key: string): boolean => readNames.has(key) || readNames.has(plainName(key));

/** A value, or why there is none: `is not valid JSON (…)`. */
export type Reading =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };
