import type { JsonObject } from './values.ts';

const day = /\b(\d{4}-\d{2}-\d{2})\b/;
const link = /\[([^[\]]{0,300})\]\((https?:\/\/[^\s()]{3,500})\)/g;
/** A bold text that is no link and no date. */
const bold = /\*\*(?!\[|\s{0,3}\d{4}-\d\d)((?:[^*]|\*(?!\*)){2,600})\*\*/;
const part = /(?<!\\)\||,\s{1,3}(?=(?:Paper|Code|PDF|Link|Translate|Read)\s?:|\[)/i;

/**
 * A paper that a scraper of arXiv keeps as a row of its Markdown table or list:
 * `|**2024-05-06**|**Title**|First Author et.al.|[2405.01234](http://…)|null|`.
 *
 * @returns nothing for a value without a title in it
 */
export function markdownRow(id: string, value: unknown): JsonObject | undefined {
  if (typeof value !== 'string') return undefined;
  const row = value.slice(0, 5000);
  const match = bold.exec(row);
  if (!match) return undefined;
  const behind = row.slice(match.index + match[0].length).replace(/^\s*[|,]\s*/, '');
  const authors = (behind.split(part)[0] ?? '').trim();
  const links = Array.from(row.matchAll(link), ([, , url = '']) => url);
  const published = day.exec(row)?.[1];
  return {
    id,
    title: (match[1] ?? '').replaceAll('\\|', '|'),
    ...(published !== undefined && { published }),
    ...(/\p{L}/u.test(authors) && !authors.includes('](') && authors !== 'null' && { authors }),
    ...(links.length > 0 && { links }),
  };
}
