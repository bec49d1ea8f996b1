import { isMap, isNode, type Document, type LineCounter } from 'yaml';

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

/** Line and column of an offset in the YAML of a file's frontmatter, below its `---` line; both count from 1. */
export function inFile(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1) + 1, column: Math.max(col, 1) };
}
