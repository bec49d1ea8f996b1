/** The words of pages and browser scripts: English where Node runs a file, the archive's language in what Vite makes. */
import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';
import type { Language } from './languages.ts';

const mark = '#words/';
const folder = normalizePath(fileURLToPath(new URL('.', import.meta.url)));

/**
 * Has `#words/paper.ts` be the file of that name in the language's folder: a page or a script that imports it holds the
 * words that it uses, in this language alone. `imports` in package.json says the same of English.
 */
export const wordsPlugin = (language: () => Language): Plugin => ({
  name: 'offprint-words',
  enforce: 'pre',
  resolveId: (id) =>
    id.startsWith(mark) ? `${folder}${language()}/${id.slice(mark.length)}` : undefined,
});
