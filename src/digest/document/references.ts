/** Addresses that Markdown keeps at its end: `[12]: https://…`. */

/** Reads `[label]: address`. */
function definitionMark(
  line: string,
): { readonly label: string; readonly url: string } | undefined {
  const found = /^\s{0,3}\[([^[\]\n]{1,80})\]:\s{1,9}<?(\S{1,2500}?)>?(?:\s|$)/.exec(
    line.slice(0, 2700),
  );
  if (!found || (found[1] ?? '').startsWith('^')) return undefined;
  const url = found[2] ?? '';
  if (!/^(?:https?:|mailto:|\/|#|\.|www\.)/i.test(url)) return undefined;
  return { label: (found[1] ?? '').trim().toLowerCase(), url };
}

/** A list of addresses as text browsers write it: `12. https://…`, `[12] https://…`. */
const listed =
  /^\s{0,6}(?:\[(\d{1,5})\]:?|(\d{1,5})\.)\s{1,9}<?(https?:\/\/\S{1,2400}?|\/\S{1,400}?)>?\s*$/;

/** Addresses by the label of their reference, in lower case; the first of a label counts. */
export function referencesOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    if (line.length > 2600 || !/^\s{0,6}[[\d]/.test(line)) continue;
    const definition = definitionMark(line);
    const list = definition ? null : listed.exec(line);
    const label = definition?.label ?? list?.[1] ?? list?.[2];
    const url = definition?.url ?? list?.[3];
    if (label !== undefined && url !== undefined && !found.has(label)) found.set(label, url);
  }
  return found;
}

/** How many characters of a capture are looked at to tell how it was written. */
const sample = 400_000;

/**
 * Whether what made the Markdown escaped its signs, as converters of pages do: then `\_` is `_`, and no
 * underscore stands bare in a word.
 *
 * @returns `escaped`, `bare` (signs are text), or undefined where nothing tells
 */
export function escaping(text: string): 'escaped' | 'bare' | undefined {
  const head = text.slice(0, sample).replaceAll(/\]\([^\s()]{0,500}\)|https?:\/\/\S{1,500}/g, ' ');
  // TeX has backslashes of its own: doubled where they were escaped.
  const escapes = (head.match(/\\[_[\]*]|\\\\[A-Za-z%{}]/g) ?? []).length;
  const bare = (head.match(/[A-Za-z\d][_*][A-Za-z\d{]|(?<!\\)\\[A-Za-z%{}]/g) ?? []).length;
  if (escapes === 0 && bare === 0) return undefined;
  return escapes > bare ? 'escaped' : 'bare';
}

/** Whether a capture writes its links as `[text][12]`. */
export function isNumbered(lines: readonly string[]): boolean {
  let ends = 0;
  for (const line of lines) {
    if (/\]\[\d{1,5}\]\s*$/.test(line.slice(-12)) && ++ends > 2) return true;
  }
  return false;
}
