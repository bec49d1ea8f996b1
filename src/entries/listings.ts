import { isMap, isSeq, parseDocument } from 'yaml';
import type { Listing } from './model.ts';

const fieldsOf = ({ digest, lines, record }: Listing): readonly string[] => [
  `digest: ${JSON.stringify(digest)}`,
  `lines: [${lines[0]}, ${lines[1]}]`,
  ...(record === undefined ? [] : [`record: ${record}`]),
];

const asItem = (listing: Listing, indent: string): string =>
  `${indent}- ${fieldsOf(listing).join(`\n${indent}  `)}\n`;

const asFlow = (listing: Listing): string => `{ ${fieldsOf(listing).join(', ')} }`;

/**
 * Adds listings to the `digests:` of an entry that a person has edited, touching no other byte of the file.
 *
 * @param fileText the entry's file; its frontmatter must be readable YAML
 * @param listings what to add, in order
 * @returns the file's new text; unchanged if its frontmatter is not a map
 */
export function addListings(fileText: string, listings: readonly Listing[]): string {
  if (listings.length === 0) return fileText;
  const opening = /^\uFEFF?---[ \t]*(\r?\n)/.exec(fileText);
  if (!opening) return fileText;
  const start = opening[0].length;
  const eol = opening[1] ?? '\n';
  const closing = /^---[ \t]*\r?$/m.exec(fileText.slice(start));
  if (!closing) return fileText;
  const yaml = fileText.slice(start, start + closing.index);
  const document = parseDocument(yaml);
  if (document.errors.length > 0 || !isMap(document.contents)) return fileText;

  const digests = document.get('digests', true);
  let at = yaml.length;
  let addition: string;
  if (isSeq(digests) && digests.range && digests.items.length > 0) {
    if (digests.flow) {
      at = digests.range[1] - 1;
      addition = `, ${listings.map(asFlow).join(', ')}`;
      at = yaml.slice(0, at).trimEnd().length;
    } else {
      const lineStart = yaml.lastIndexOf('\n', digests.range[0]) + 1;
      const indent = /^ */.exec(yaml.slice(lineStart))?.[0] ?? '';
      at = endOfLine(yaml, digests.range[1]);
      addition = listings.map((listing) => asItem(listing, indent)).join('');
    }
  } else if (document.has('digests')) {
    return addToEmpty(fileText, start, yaml, listings, eol);
  } else {
    addition = `digests:\n${listings.map((listing) => asItem(listing, '  ')).join('')}`;
  }
  const text = eol === '\n' ? addition : addition.replaceAll('\n', eol);
  return fileText.slice(0, start + at) + text + fileText.slice(start + at);
}

/** `digests: []` or `digests:` with nothing: the one line is replaced. */
function addToEmpty(
  fileText: string,
  start: number,
  yaml: string,
  listings: readonly Listing[],
  eol: string,
): string {
  const items = listings.map((listing) => asItem(listing, '  ')).join('');
  const filled = yaml.replace(/^digests:[^\r\n]*\r?\n/m, () =>
    `digests:\n${items}`.replaceAll('\n', eol),
  );
  return fileText.slice(0, start) + filled + fileText.slice(start + yaml.length);
}

/** Index behind the line break that ends the line holding the last character before `index`. */
function endOfLine(text: string, index: number): number {
  if (text[index - 1] === '\n') return index;
  const found = text.indexOf('\n', index);
  return found === -1 ? text.length : found + 1;
}
