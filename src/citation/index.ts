/** Papers as BibTeX. */
export { bibliographyOf, bibliographyResponse, type Bibliography } from './bibliography.ts';
export { bibtex } from './bibtex.ts';
