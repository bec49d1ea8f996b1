/** What each browser has known since when, by MDN (https://github.com/mdn/browser-compat-data). */
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import type { Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data/types';

const named = [
  'chrome',
  'chrome_android',
  'firefox',
  'firefox_android',
  'safari',
  'safari_ios',
] as const;

/** Something of MDN's that pages use, as `css.properties.text-wrap.pretty`. */
export type Feature = string;

const asNumber = (version: string): number => {
  const [major = '0', minor = '0'] = version.replace('≤', '').split('.');
  return Number(major) * 1000 + Number(minor);
};

/** The versions that readers had on a day: the newest of each browser. */
function versionsOf(day: string): ReadonlyMap<string, number> {
  return new Map(
    named.map((name) => {
      const released = Object.entries(bcd.browsers[name].releases).flatMap(
        ([version, { release_date: date }]) =>
          date !== undefined && date <= day ? [asNumber(version)] : [],
      );
      return [name, Math.max(...released)];
    }),
  );
}

const isThere = (statement: SimpleSupportStatement, version: number): boolean =>
  typeof statement.version_added === 'string' &&
  statement.version_added !== 'preview' &&
  asNumber(statement.version_added) <= version &&
  statement.version_removed === undefined &&
  statement.flags === undefined &&
  statement.prefix === undefined &&
  statement.alternative_name === undefined &&
  statement.partial_implementation !== true;

/** Knows which features the browsers of a day lacked. */
export class Compat {
  readonly #versions: ReadonlyMap<string, number>;

  /** @param day as 2024-11-30 */
  constructor(day: string) {
    this.#versions = versionsOf(day);
  }

  /** @returns the browsers that lack it; none too, if MDN says nothing of it by itself */
  lacking(feature: Identifier): string[] {
    const { support } = feature.__compat ?? {};
    if (support === undefined) return [];
    return named.filter((name) => {
      const said = support[name];
      const statements = said === undefined ? [] : [said].flat();
      return !statements.some((one) => isThere(one, this.#versions.get(name) ?? 0));
    });
  }
}

const roots: Readonly<Record<string, Identifier>> = {
  api: bcd.api,
  css: bcd.css,
  html: bcd.html,
  javascript: bcd.javascript,
  mathml: bcd.mathml,
  svg: bcd.svg,
};

/** The part of MDN's tree at a path; undefined where it knows none. */
export function at(root: string, ...path: readonly string[]): Identifier | undefined {
  let place = roots[root];
  for (const step of path) place = place && Object.hasOwn(place, step) ? place[step] : undefined;
  return place;
}

/** What pages use. */
export class Uses {
  readonly #found = new Map<Feature, Identifier | undefined>();

  /** @returns whether MDN knows it */
  add(root: string, ...path: readonly string[]): boolean {
    const feature = at(root, ...path);
    if (feature !== undefined) this.#found.set([root, ...path].join('.'), feature);
    return feature !== undefined;
  }

  /** A selector that stands in a list: where it is not known, the others of the list are passed over with it. */
  addListed(selector: string): void {
    const feature = at('css', 'selectors', selector);
    if (feature) this.#found.set(`css.selectors.${selector}, in a list`, feature);
  }

  /** As `add`, of what MDN ought to know. */
  must(root: string, ...path: readonly string[]): void {
    if (!this.add(root, ...path)) this.#found.set([root, ...path].join('.'), undefined);
  }

  /** How many features were found. */
  get size(): number {
    return this.#found.size;
  }

  /** Features that some browser lacks, and which; `unknown` of what MDN does not know. */
  lackedBy(compat: Compat): ReadonlyMap<Feature, readonly string[]> {
    const lacked = new Map<Feature, readonly string[]>();
    for (const [path, feature] of this.#found) {
      const by = feature === undefined ? ['unknown'] : compat.lacking(feature);
      if (by.length > 0) lacked.set(path, by);
    }
    return lacked;
  }
}
