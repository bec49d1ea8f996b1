/** The tags by which scholarly search engines and reference managers know a paper's page. */
import { isPreprint, type Work } from './work.ts';
import { inverted, type Name } from './name.ts';
import { oneLine } from '../text/line.ts';

export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/**
 * A name for a tag. Zotero takes a comma between parts of several words each for one between two authors, unless the
 * blanks before it break no line.
 */
function tagName(name: Name): string {
  const [family = '', ...others] = inverted(name).split(', ');
  const isParted = 'literal' in name || !others.some((part) => part.includes(' '));
  return [isParted ? family : family.replaceAll(' ', '\u00a0'), ...others].join(', ');
}

/**
 * Highwire Press tags, as Google Scholar's inclusion guidelines name them, and of Dublin Core what Zotero reads
 * where those have no word for it. Only facts known. The contents are plain text: whoever writes them into HTML
 * escapes them.
 *
 * A venue stands in `DC.source` too unless it is a journal: Zotero would take the archive's name for it.
 */
export function citationTags(work: Work, pdf: string | undefined): MetaTag[] {
  const { date, venue, kind, arxiv } = work;
  const preprint = isPreprint(work);
  const facts: readonly (readonly [name: string, content: string | undefined])[] = [
    [
      'citation_publication_date',
      date && [date.year, date.month, date.day].filter((part) => part !== undefined).join('/'),
    ],
    ['citation_journal_title', kind === 'journal' ? venue : undefined],
    ['citation_conference_title', kind === 'conference' ? venue : undefined],
    ['DC.source', kind === 'journal' ? undefined : venue],
    ['DC.type', preprint ? 'preprint' : undefined],
    ['citation_publisher', preprint ? 'arXiv' : undefined],
    ['citation_arxiv_id', arxiv],
    ['citation_doi', work.doi],
    ['citation_pdf_url', pdf],
    ['citation_abstract', work.abstract],
  ];
  const authors = work.authors.names.map(tagName);
  return [
    ...authors.map((content) => ({ name: 'citation_author', content })),
    ...facts.map(([name, content]) => ({ name, content: oneLine(content ?? '') })),
  ].filter(({ content }) => content !== '');
}
