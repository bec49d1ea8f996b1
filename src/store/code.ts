/** Which code makes a value: a fingerprint of modules and of all that they import, so that nobody keeps a list by hand. */
import { createHash, hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** What is imported for its types alone decides nothing. */
const typesOnly = /^(?:import|export) type [^;]*;/gm;

/** A text that may be the path of another file: imports, and files read by `new URL('…', import.meta.url)`. */
const relativePath = /(['"])(\.{1,2}\/[^'"\n]+)\1/g;

/** Of data only the bytes count; of code also what it imports. */
const imports = /\.(?:[cm]?[jt]s|astro|css)$/;

interface Module {
  readonly hash: string;
  /** Absolute paths of the files that its text names. */
  readonly others: readonly string[];
}

/** Files as they were when this process first looked: what runs is what was loaded then. */
const modules = new Map<string, Module | undefined>();
const fingerprints = new Map<string, string>();

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function moduleAt(path: string): Module | undefined {
  if (modules.has(path)) return modules.get(path);
  const found = isFile(path) ? readModule(path) : undefined;
  modules.set(path, found);
  return found;
}

function readModule(path: string): Module {
  const bytes = readFileSync(path);
  const text = imports.test(path) ? bytes.toString().replaceAll(typesOnly, '') : '';
  const others = Array.from(text.matchAll(relativePath), ([, , other = '']) =>
    join(dirname(path), other),
  );
  return { hash: hash('sha256', bytes), others };
}

/** Absolute paths of what a module imports or reads by a relative path; none where it is not there. @param path absolute */
export const importsOf = (path: string): readonly string[] => moduleAt(path)?.others ?? [];

/** The modules and all files that they import, one way or another. Files outside the folder do not count. */
export function closureOf(root: string, names: readonly string[]): string[] {
  const found = new Set<string>();
  const look = names.map((name) => join(root, name));
  for (let path = look.pop(); path !== undefined; path = look.pop()) {
    if (found.has(path) || relative(root, path).startsWith('..')) continue;
    const module = moduleAt(path);
    if (module === undefined) continue;
    found.add(path);
    look.push(...module.others);
  }
  return [...found].map((path) => relative(root, path).replaceAll(sep, '/')).toSorted();
}

/**
 * Changes when code does: that of the modules and of all that they import by relative paths, Node itself, or any
 * package. Worked out once a process, in some ten milliseconds.
 *
 * @param root the project's folder, where `src` is
 * @param names paths of the modules from there: `src/digest/parse.ts`
 * @returns hexadecimal; undefined where a module is not there, so that nothing can be said
 * @throws what the file system throws
 */
export function codeOf(root: string, names: readonly string[]): string | undefined {
  const key = [root, ...names].join('\0');
  const known = fingerprints.get(key);
  if (known !== undefined) return known;
  if (names.some((name) => moduleAt(join(root, name)) === undefined)) return undefined;
  const all = createHash('sha256').update(process.version);
  for (const name of ['package-lock.json', ...closureOf(root, names)]) {
    all.update(`\0${name}\0${moduleAt(join(root, name))?.hash ?? ''}`);
  }
  const code = all.digest('hex');
  fingerprints.set(key, code);
  return code;
}
