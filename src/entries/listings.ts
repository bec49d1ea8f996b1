import { isDeepStrictEqual } from 'node:util';
import { isCollection, isMap, isPair, isSeq, parseDocument, type Node } from 'yaml';
import type { Listing } from './model.ts';
import { frontmatterAt, toData } from './parse.ts';

const fieldsOf = ({ digest, lines, record }: Listing): readonly string[] => [
  `digest: ${JSON.stringify(digest)}`,
  `lines: [${lines[0]}, ${lines[1]}]`,
  ...(record === undefined ? [] : [`record: ${record}`]),
];

/** A listing in one line of YAML. */
export const inFlow = (listing: Listing): string => `{ ${fieldsOf(listing).join(', ')} }`;

/**
 * Adds listings to the `digests:` of an entry that a person has edited, in the style in which they wrote it: one
 * insertion, no other byte of the file changes, and everything else reads as before.
 *
 * @param fileText the entry's file; its frontmatter must be readable, with a list of digests
 * @param listings what to add, in order
 * @returns the file's new text; undefined if it is written in a way that cannot be added to
 */
export function addListings(fileText: string, listings: readonly Listing[]): string | undefined {
  const place = frontmatterAt(fileText);
  if (!place) return undefined;
  const yaml = fileText.slice(place.start, place.end);
  const insertion = insertionFor(yaml, listings);
  if (!insertion) return undefined;
  const eol = /^[^\n]*\r\n/.test(fileText) ? '\r\n' : '\n';
  const at = place.start + insertion.at;
  const text = insertion.text.replaceAll('\n', eol);
  const added = fileText.slice(0, at) + text + fileText.slice(at);
  return isSound(fileText, added, listings) ? added : undefined;
}

/** Where in the YAML to insert what. */
function insertionFor(
  yaml: string,
  listings: readonly Listing[],
): { at: number; text: string } | undefined {
  const document = parseDocument(yaml);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const digests = document.get('digests', true);
  if (!isSeq<Node>(digests) || !digests.range) return undefined;
  const last = digests.items.at(-1);
  if (digests.flow) {
    const items = listings.map(inFlow).join(', ');
    // Behind the last item, not before the bracket: a comma or a comment may stand in between.
    if (!last) return { at: digests.range[0] + 1, text: items };
    return last.range ? { at: last.range[1], text: `, ${items}` } : undefined;
  }
  if (!last) return undefined;
  const dash = digests.range[0];
  const indent = ' '.repeat(dash - yaml.lastIndexOf('\n', dash) - 1);
  const item = (listing: Listing): string =>
    `${indent}- ${fieldsOf(listing).join(`\n${indent}  `)}\n`;
  const end = endOf(last);
  if (end === undefined) return undefined;
  return { at: endOfLine(yaml, end), text: listings.map(item).join('') };
}

/** Where the last value of a node ends: that of a block reaches over the comments and blank lines behind it. */
function endOf(node: Node): number | undefined {
  if (isCollection(node) && !node.flow) {
    const last: unknown = node.items.at(-1);
    const value: unknown = isPair(last) ? (last.value ?? last.key) : last;
    if (isNodeWithRange(value)) return endOf(value);
  }
  return node.range?.[1];
}

const isNodeWithRange = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'range' in value && Array.isArray(value.range);

/** Index behind the line break that ends the line holding the last character before `index`. */
function endOfLine(text: string, index: number): number {
  if (text[index - 1] === '\n') return index;
  const found = text.indexOf('\n', index);
  return found === -1 ? text.length : found + 1;
}

/** Whether a file says all that it said, and has the new listings at the end of its `digests:`. */
function isSound(before: string, after: string, listings: readonly Listing[]): boolean {
  const [old, now] = [fieldsIn(before), fieldsIn(after)];
  if (!old || !now || !Array.isArray(old['digests'])) return false;
  const digests: readonly unknown[] = old['digests'];
  return isDeepStrictEqual(now, { ...old, digests: [...digests, ...listings] });
}

function fieldsIn(fileText: string): Record<string, unknown> | undefined {
  const place = frontmatterAt(fileText);
  const document = parseDocument(fileText.slice(place?.start, place?.end));
  if (!place || document.errors.length > 0) return undefined;
  const data = toData(document);
  return typeof data === 'object' && data !== null ? { ...data } : undefined;
}
