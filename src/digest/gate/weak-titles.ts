/** Titles that some paper may have, and that most papers of a list do not. Pure. */
import { identifiersIn } from '../identifiers.ts';
import type { CapturedPaper, ParsedDigest } from '../model.ts';
import { isSection } from './nonsense.ts';
import { isProvisional } from '../provisional.ts';

/** A title that is none, or hardly one. */
export interface Suspect {
  readonly paper: CapturedPaper;
  readonly why: string;
}

const hasId = ({ facts }: CapturedPaper): boolean =>
  facts.arxiv !== undefined || facts.doi !== undefined;

/** Whether anything beside the title tells that this is a paper. */
const isKnown = (paper: CapturedPaper): boolean => {
  const { authors = [], venue, published, links = [] } = paper.facts;
  return (
    hasId(paper) ||
    authors.length > 0 ||
    (venue ?? published) !== undefined ||
    links.some(({ url }) => /\.pdf\b/i.test(url) || identifiersIn(url).length > 0)
  );
};

/** Characters of an abstract that are more than a remark. */
const remark = 80;

/** A name as software has it: `css-what`, `@types/node`. */
const isName = (title: string): boolean => /^[@a-z\d][a-z\d._/-]*$/.test(title);

/** One or two words without a text, as the cells of any table. */
const isWord = ({ title, abstract = '' }: CapturedPaper): boolean =>
  title.length < 25 &&
  /^[!-~]+(?: [!-~]+)?$/.test(title) &&
  abstract.length < remark &&
  !isProvisional(title);

/** Rows that make a table. */
const fewRows = 3;

/** Titles of things that are no papers: names, words of a table, sections of one text. */
export function weakTitles({ papers, records }: ParsedDigest): Suspect[] {
  const why = (paper: CapturedPaper): string | undefined => {
    if (hasId(paper)) return undefined;
    const { venue, published } = paper.facts;
    if (isName(paper.title) && (venue ?? published) === undefined) return 'a name';
    if (records !== undefined) return undefined;
    if (isSection(paper.title)) return 'a section';
    const isCell = papers.length >= fewRows && isWord(paper) && !isKnown(paper);
    return isCell ? 'a word' : undefined;
  };
  return papers.flatMap((paper) => {
    const found = why(paper);
    return found === undefined ? [] : [{ paper, why: found }];
  });
}

const openEnd =
  /[,;:]$|\s(?:of|the|and|or|for|to|in|on|by|with|an?|that|is|are|under|from|as|at|be|has|see|this)$/i;

/**
 * Plain text alone: titles that are lines out of running text, since they or what follows them begin in lower case, or
 * end in the midst of a sentence. Of 10,000 papers four have such a title or abstract; of licences, manuals and news a
 * fifth to four fifths of what was taken for papers.
 */
export const brokenTitles = ({ format, papers }: ParsedDigest): Suspect[] =>
  format !== 'hf-text'
    ? []
    : papers
        .filter(
          (paper) =>
            !hasId(paper) &&
            (openEnd.test(paper.title) ||
              /^[a-z]+ /.test(paper.title) ||
              /^[a-z]+[ ,]/.test(paper.abstract ?? '')),
        )
        .map((paper) => ({ paper, why: 'in the midst of a text' }));
