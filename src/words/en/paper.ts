/** A paper’s page, and what lists, feeds and exports say of a paper. */
import { counted, number } from '../formats.ts';

export const noInDigest = (position: number): string => `No. ${position}`;
export const revised = (date: string): string => `revised ${date}`;
export const upvotes = (count: number): string =>
  `${counted(count, { one: 'upvote', other: 'upvotes' })} when listed`;
export const comment = 'Authors’ comment:';
export const abstract = 'Abstract';
export const noAbstract = 'The digest gave no abstract.';
export const toBeCompleted = 'To be completed: the digest gave only a link to this paper.';
export const about = 'About this paper';
export const links = 'Links';
export const elsewhere = 'Elsewhere';
export const searchOn = (place: string): string => `Search ${place}`;
export const findOn = 'Find it on ';
export const htmlOnArxiv = 'HTML on arXiv, if there is one';
/** What a link leads to. */
export const linkKinds = {
  paper: 'Paper',
  code: 'Code',
  data: 'Data',
  model: 'Model',
  demo: 'Demo',
  project: 'Project page',
  link: 'Link',
};
export const inDigest = 'In the same digest';
export const previous = 'Previous';
export const next = 'Next';
export const moreAuthors = (count: number): string =>
  `and ${counted(count, { one: 'more author', other: 'more authors' })}`;
export const related = 'Related papers';
export const noneRelated = 'No closely related paper in this archive.';
export const relatedTopic = (label: string): string => `topic ${label}`;
export const formulasLost = 'Some formulas lost their TeX before they were captured here:';
export const lostIn = { title: 'in the title', abstract: 'in the abstract' };
export const lostMore = (count: number): string => ` and ${number(count)} more`;
export const readAtArxiv = 'Read them at arXiv';
export const lookAtArxiv = 'Look for them at arXiv';
/** The same for feeds and exports. */
export const lostNote = (places: readonly string[]): string =>
  `Formulas lost their TeX in ${places.join(' and ')}`;
export const lostPlace = { title: 'the title', abstract: 'the abstract' };
export const note = 'Note';
export const rated = (rating: number): string => `rated ${rating} of 5`;
export const read = (date: string): string => `read ${date}`;
export const withdrawn = 'Withdrawn';
export const removed = 'Removed';
export const gone = 'This paper is no longer in the archive.';
export const withdrawnPaper = 'A paper that was withdrawn';
export const withdrawnOn = 'It was taken out of this archive at its author’s wish, on ';
export const removedOn = 'This paper was taken out of this archive on ';
export const cite = 'Cite';
export const bibtexEntry = 'BibTeX entry';
