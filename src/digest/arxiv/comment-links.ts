import { findUrls } from '../../text/urls.ts';
import type { CapturedLink } from '../model.ts';

const clues: readonly (readonly [RegExp, string])[] = [
  [/\b(?:code|implementation|repository|software|github|gitlab)\b/i, 'Code'],
  [/\b(?:project|web ?site|web ?page|home ?page)\b/i, 'Project page'],
  [/\b(?:data|data ?set|benchmark|corpus)\b/i, 'Data'],
  [/\b(?:video|demo|demonstration)\b/i, 'Demo'],
];

/** How many characters before an address can speak of it. */
const reach = 60;

/** The addresses in an author's comments (`12 pages, code at https://…`), named by the words before them. */
export function commentLinks(comments: string): CapturedLink[] {
  const links: CapturedLink[] = [];
  let previous = 0;
  for (const { url, start, end } of findUrls(comments)) {
    const before = comments.slice(Math.max(previous, start - reach), start);
    previous = end;
    const clue =
      clues.find(([words]) => words.test(before)) ?? clues.find(([words]) => words.test(url));
    links.push({ label: clue?.[1] ?? 'Link', url });
  }
  return links;
}
