import type { DigestName } from '../digest/name.ts';
import { slugOf } from '../entries/slug.ts';

const dates = /(?<!\d)\d{4}[-_.]?\d{2}[-_.]?\d{2}(?!\d)/g;

/** Extension of a path in lower case without the dot; empty if it has none that could be one. */
export function extensionOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/**
 * The name a digest gets in `digests`: `YYYY-MM-DD-NAME[.FORMAT][.MARK…].EXT`.
 *
 * @param date ISO date
 * @param source the file's own name, or `--name`
 * @param decided the format if it was forced, and marks: the name is where later builds learn them from
 */
export function captureName(
  date: string,
  source: { readonly name: string; readonly extension: string },
  { format, marks = [] }: Pick<DigestName, 'format' | 'marks'> = {},
): string {
  const stem = source.name.replaceAll(dates, ' ');
  const slug = slugOf(stem.trim() === '' ? 'digest' : stem)
    .slice(0, 60)
    .replace(/(?<!-)-+$/, '');
  const extension = source.extension === '' ? 'txt' : source.extension;
  return [`${date}-${slug}`, ...(format === undefined ? [] : [format]), ...marks, extension].join(
    '.',
  );
}

/**
 * A name that no other capture has: numbered before the extensions if it is taken.
 *
 * @param taken ids in use (names without extensions)
 */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.indexOf('.');
  const [id, rest] = [name.slice(0, dot), name.slice(dot)];
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? id : `${id}-${n}`;
    if (!taken.has(candidate)) return candidate + rest;
  }
}
