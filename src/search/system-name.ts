/** The name a paper is known by. */

const named = /^(.{1,60}?)(?::| [-–—] )/;
const mostWords = 3;

/** What stands before the colon or dash of a title, if it is short enough for a name: `TÜLU 3`. */
export function systemName(title: string): string | undefined {
  const name = named.exec(title)?.[1]?.trim();
  return name !== undefined && name !== '' && name.split(/\s+/).length <= mostWords
    ? name
    : undefined;
}
