/** Values of records, as JSON gives them. */

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

/** Parts of a name in an object: the whole of it, or given and family name. */
export const fullNameKeys: readonly string[] = [
  'name',
  'fullname',
  'full_name',
  'fullName',
  'display_name',
  'displayName',
  'literal',
  'raw_author_name',
  'text',
  'value',
];
export const givenNameKeys: readonly string[] = [
  'given',
  'firstName',
  'first_name',
  'firstname',
  'given_name',
  'first',
  'forename',
  'givenName',
];
export const familyNameKeys: readonly string[] = [
  'family',
  'lastName',
  'last_name',
  'lastname',
  'family_name',
  'last',
  'surname',
  'familyName',
];
export const particleKeys: readonly string[] = [
  'non-dropping-particle',
  'dropping-particle',
  'suffix',
];
export const dateKeys: readonly string[] = [
  'date-parts',
  'year',
  'month',
  'day',
  'raw',
  'date-time',
  'date',
  'created',
];

/** What is read of an object that stands where a text, a name or a date is expected. */
export const readKeys: ReadonlySet<string> = new Set([
  ...wrappers,
  ...fullNameKeys,
  ...givenNameKeys,
  ...familyNameKeys,
  ...particleKeys,
  ...dateKeys,
]);
