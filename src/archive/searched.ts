import { oncePer } from '../once.ts';
import type { SearchedPaper } from '../search/vocabulary/current.ts';
import type { Archive, Paper } from './archive.ts';
import { noteText, titleOf } from './brief.ts';

/** The archive's papers as the search counts their words, when it does. */
export const searchedPapers = oncePer(({ papers }: Pick<Archive, 'papers'>) =>
  papers.map(searched),
);

const searched = (paper: Paper): SearchedPaper => ({
  key: [paper.wording, ...paper.authors].join('\0'),
  authors: paper.authors,
  get title() {
    return titleOf(paper).text;
  },
  get text() {
    return paper.text;
  },
  get note() {
    return paper.note && noteText(paper.note);
  },
});
