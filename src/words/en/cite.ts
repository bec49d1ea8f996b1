/** The citation on a paper’s page. */
export const cite = 'Cite';
export const bibtexEntry = 'BibTeX entry';
