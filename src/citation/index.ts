/** Papers as citations: BibTeX files, and what pages tell reference managers. */
export {
  bibliography,
  bibliographyOf,
  bibliographyResponse,
  bibtexResponse,
  type Bibliography,
} from './bibliography.ts';
export { bibtex } from './bibtex.ts';
export { keyIn } from './keys.ts';
export { workOf } from './paper-work.ts';
export { citationTags } from './tags.ts';
