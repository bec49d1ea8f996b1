/** Length of `2025-03-11`. */
const dateLength = 10;

/**
 * Digests that are meant: by id; `latest` for all of the newest day; `latest:NAME` for the newest that is called NAME
 * behind its day.
 *
 * @param ids of all digests
 * @returns the ids that there are, oldest names first; what means none stands in `unknown`
 */
export function digestsMeant(
  asked: readonly string[],
  ids: readonly string[],
): { readonly found: readonly string[]; readonly unknown: readonly string[] } {
  const found = new Set<string>();
  const unknown: string[] = [];
  const sorted = ids.toSorted();
  for (const text of asked) {
    const [, name] = /^latest(?::(.+))?$/.exec(text) ?? ['', undefined];
    const among = sorted.filter((id) => name === undefined || id.slice(dateLength + 1) === name);
    const day = among.at(-1)?.slice(0, dateLength) ?? '';
    const meant = /^latest(?::|$)/.test(text)
      ? among.filter((id) => id.startsWith(day))
      : sorted.filter((id) => id === text);
    if (meant.length === 0) unknown.push(text);
    for (const id of meant) found.add(id);
  }
  return { found: [...found], unknown };
}
