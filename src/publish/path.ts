import { sep } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';

/** What Vite and Astro take for part of an address, or put into code, where it stands in a folder's name. */
const unusable = sep === '\\' ? /[%#]/ : /[%#?"\\]/;

/**
 * Whether a project can be built where it lies: with `%` its pages lack their styles, with the others nothing is built.
 *
 * @param root the project's folder, absolute
 */
export function pathProblems(root: string): Diagnostic[] {
  const [character] = unusable.exec(root) ?? [];
  if (character === undefined) return [];
  return [diagnostic('project/path', { file: root }, { character })];
}
