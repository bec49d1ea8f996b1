/** Papers as BibTeX. */
export { bibliographyResponse } from './bibliography.ts';
export { bibtex } from './bibtex.ts';
