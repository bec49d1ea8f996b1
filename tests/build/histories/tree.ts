/** Folders compared byte by byte, by what the file system says of them and nothing else. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything below a folder: what it is, and of a file the SHA-256 of its bytes, by path. */
export type Tree = ReadonlyMap<string, string>;

/** @param folder absolute; one that does not exist is empty */
export function treeOf(folder: string): Tree {
  const tree = new Map<string, string>();
  const walk = (below: string): void => {
    for (const item of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? item.name : `${below}/${item.name}`;
      if (item.isDirectory()) {
        tree.set(path, 'folder');
        walk(path);
      } else if (item.isSymbolicLink()) {
        tree.set(path, `link to ${readlinkSync(join(folder, path))}`);
      } else {
        tree.set(
          path,
          createHash('sha256')
            .update(readFileSync(join(folder, path)))
            .digest('hex'),
        );
      }
    }
  };
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) walk('');
  return tree;
}

/** What is not the same in two trees, a line each. */
export function differences(
  [one, first]: readonly [string, Tree],
  [other, second]: readonly [string, Tree],
): string[] {
  return [...new Set([...first.keys(), ...second.keys()])].toSorted().flatMap((path) => {
    const [a, b] = [first.get(path), second.get(path)];
    if (a === b) return [];
    if (a === undefined) return [`${path}: only ${other}`];
    return b === undefined ? [`${path}: only ${one}`] : [`${path}: another`];
  });
}
