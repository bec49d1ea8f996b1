import { bibtexResponse } from '../citation/index.ts';
import { bibliographyParts, exportRoute } from '../layouts/endpoints.ts';

export const GET = exportRoute('archive.bib', bibtexResponse, bibliographyParts);
