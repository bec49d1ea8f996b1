/** What a value from outside is: JSON of a file, of a browser's storage, of a server. Pure. */

/** Tells whether a value is what it should be. */
export type Is<Value> = (value: unknown) => value is Value;

export const isText: Is<string> = (value) => typeof value === 'string';

export const isNumber: Is<number> = (value) => typeof value === 'number';

export const isObject: Is<Readonly<Record<string, unknown>>> = (
  value,
): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

export const isOptional =
  <Value>(is: Is<Value>): Is<Value | undefined> =>
  (value) =>
    value === undefined || is(value);

export const isList =
  <Item>(is: Is<Item>): Is<readonly Item[]> =>
  (value) =>
    Array.isArray(value) && value.every(is);

/** An object whose fields, whatever they are called, are all of a kind. */
export const isRecord =
  <Value>(is: Is<Value>): Is<Readonly<Record<string, Value>>> =>
  (value): value is Readonly<Record<string, Value>> =>
    isObject(value) && Object.values(value).every(is);

/** An object with these fields, and perhaps others. */
export const isShaped =
  <Shape extends object>(fields: { readonly [Name in keyof Shape]: Is<Shape[Name]> }): Is<Shape> =>
  (value): value is Shape => {
    if (!isObject(value)) return false;
    const all: readonly [string, Is<unknown>][] = Object.entries(fields);
    return all.every(([name, is]) => is(value[name]));
  };

/** A list that begins with these items. */
export const isTuple =
  <Items extends readonly unknown[]>(
    ...items: { readonly [Place in keyof Items]: Is<Items[Place]> }
  ): Is<Readonly<Items>> =>
  (value): value is Readonly<Items> => {
    const all: readonly Is<unknown>[] = items;
    return Array.isArray(value) && all.every((is, place) => is(value[place]));
  };

/** The value, if it is what it should be. */
export const checked = <Value>(value: unknown, is: Is<Value>): Value | undefined =>
  is(value) ? value : undefined;

/** The items of a list that are what they should be; none if it is no list. */
export const itemsOf = <Item>(value: unknown, is: Is<Item>): Item[] =>
  Array.isArray(value) ? value.filter(is) : [];

/** What a text says as JSON; undefined if it says nothing. */
export function parsed(json: string | null): unknown {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
