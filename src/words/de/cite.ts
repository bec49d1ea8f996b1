/** The citation on a paper’s page. */
export const cite = 'Zitieren';
export const bibtexEntry = 'BibTeX-Eintrag';
