/** Papers as BibTeX. */
export {
  type CitationContexts,
  bibliography,
  bibliographyResponse,
  citationContexts,
} from './bibliography.ts';
export { type CitationContext, bibtex } from './bibtex.ts';
export { escapeLatex } from './latex.ts';
