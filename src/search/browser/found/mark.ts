/** Marks on a paper's page the words that it was found by. The page's elements stay as they are. */
import { wordsToMark } from '../../grammar.ts';
import { findSpans } from './match.ts';
import { followedKey, parseFollowed } from './followed.ts';

/** What the words are looked for in: each of these is read on its own. */
const places = 'h1, [data-abstract] > *, [data-note] .own > *';

function followed(paper: string): readonly string[] | undefined {
  try {
    const kept = parseFollowed(sessionStorage.getItem(followedKey));
    return kept?.paper === paper ? kept.words : undefined;
  } catch {
    return undefined;
  }
}

/** The query of the search page that the reader came from. */
function asked(): readonly string[] {
  const query = URL.canParse(document.referrer)
    ? new URL(document.referrer).searchParams.get('q')
    : null;
  return wordsToMark(query ?? '');
}

/** Nodes of text, but for those of formulas. */
function textNodes(place: Element): Text[] {
  const walker = document.createTreeWalker(
    place,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      node instanceof Element
        ? node.localName === 'math'
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_SKIP
        : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return nodes;
}

/** Matches as ranges: a word may begin in one node and end in another. */
function ranges(place: Element, words: readonly string[]): Range[] {
  const nodes = textNodes(place);
  const ends: number[] = [];
  let text = '';
  for (const node of nodes) {
    text += node.data;
    ends.push(text.length);
  }
  const found: Range[] = [];
  let at = 0;
  for (const [from, to] of findSpans(text, words)) {
    while ((ends[at] ?? Infinity) <= from) at += 1;
    let last = at;
    while ((ends[last] ?? Infinity) < to) last += 1;
    const [first, end] = [nodes[at], nodes[last]];
    if (first === undefined || end === undefined) continue;
    const range = new Range();
    range.setStart(first, from - (ends[at - 1] ?? 0));
    range.setEnd(end, to - (ends[last - 1] ?? 0));
    found.push(range);
  }
  return found;
}

/**
 * Marks the words on a paper's page.
 *
 * @param paper the paper's id
 */
export function markFound(paper: string): void {
  const words = followed(paper) ?? asked();
  if (words.length === 0) return;
  const found = [...document.querySelectorAll(places)].flatMap((place) => ranges(place, words));
  if (found.length > 0) CSS.highlights.set('found', new Highlight(...found));
}
