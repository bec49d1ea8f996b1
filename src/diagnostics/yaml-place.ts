import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { Place } from './diagnostic.ts';

/** Keys and indexes from the top of a YAML document down to a value. */
export type Path = readonly PropertyKey[];

/**
 * Where the node of a path begins, or the nearest node above it that exists.
 *
 * @param key a key of the map at the path: then where that key begins
 */
export function offsetOf(document: Document, path: Path, key?: string): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const found: unknown =
      length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!isNode(found)) continue;
    if (key !== undefined && isMap(found)) {
      const pair = found.items.find((item) => String(item.key) === key);
      if (pair !== undefined && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    return found.range?.[0] ?? 0;
  }
  return 0;
}

/**
 * Reads YAML as a document that knows its places.
 *
 * @param above lines of the file before the YAML: the `---` of frontmatter
 */
export function openYaml(
  file: string,
  yaml: string,
  above = 0,
): {
  readonly document: Document.Parsed;
  /** The place of an offset in the YAML; line and column count from 1. */
  readonly placeAt: (offset: number) => Required<Place>;
} {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Required<Place> => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1) + above, column: Math.max(col, 1) };
  };
  return { document, placeAt };
}
