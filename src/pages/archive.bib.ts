import { bibliography, bibliographyOf, bibtexResponse } from '../citation/index.ts';
import { exportRoute } from '../layouts/endpoints.ts';
import { fileKey } from '../layouts/page-key.ts';

export const GET = exportRoute('archive.bib', bibtexResponse, (papers, archive, pageOf) => {
  const entries = bibliographyOf(papers, archive);
  // A blank line parts the entries.
  const gap = papers[0] === archive.papers[0] ? '' : '\n';
  return {
    key: fileKey(gap, entries),
    make: () => gap + [...bibliography(entries, pageOf)].join(''),
  };
});
