/** Papers as citations: BibTeX files, and what pages tell reference managers. */
export { bibliography, bibliographyOf, bibtexResponse } from './bibliography.ts';
export { bibtex } from './bibtex.ts';
export { keyIn } from './keys.ts';
export { workOf } from './paper-work.ts';
export { citationTags } from './tags.ts';
