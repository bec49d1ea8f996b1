/** Values of records, as JSON gives them. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys under which one text may be wrapped: OpenReview, Semantic Scholar's TLDR, XML turned into JSON. */
const wrappers = ['value', 'text', '#text', '_', 'name', 'display_name', 'url'] as const;

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
