/** What a site was made with, beside its archive: pages that an earlier build made with the same can stay. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { githubRepository } from '../site/read.ts';

/** What of the project decides how pages look and what is beside them. */
const code = ['src', 'public'];
const files = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Changes when the engine does, what it is installed with, or what it is told beside the archive.
 *
 * @param root folder of the project
 * @param told what of Astro's configuration pages read; compared as JSON
 * @returns SHA-256, hexadecimal
 */
export function madeWith(root: string, told: unknown): string {
  // A workflow tells which repository it runs for.
  const here = JSON.stringify([process.version, told, githubRepository(process.env) ?? '']);
  const hash = createHash('sha256').update(here);
  const names = code.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
  );
  for (const name of [...names.toSorted(), ...files]) {
    hash.update(`\0${name}\0`);
    try {
      hash.update(readFileSync(join(root, name)));
    } catch {
      // A project may do without a lockfile, and an editor may just be renaming a file.
    }
  }
  return hash.digest('hex');
}
