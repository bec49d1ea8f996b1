/** The titles of pages, as tabs and bookmarks have them: a paper's, and what sites and browsers put around it. Pure; browsers load it. */

/** An address, of a site of papers also without its scheme. */
export const address =
  /<?(?:https?:\/\/|\b(?:www\.)?(?:arxiv|doi|dx\.doi|openreview|aclanthology|alphaxiv|huggingface|(?:bio|med)rxiv|pubmed\.ncbi\.nlm\.nih)\.(?:org|net|co|gov)\/)[^\s<>|"]{3,1000}>?/gi;

/** An identifier without an address, with the name of its scheme or without, and arXiv's category behind it. */
export const bareIdentifier =
  /(?:\b(?:arxiv|doi|pmid|acl|openreview)\s{0,2}[:#]?\s{0,2})?(?:\b10\.\d{4,9}\/[^\s,;|"'<>\]]{1,200}|\b\d{4}\.\d{4,5}(?:v\d{1,2})?\b|\b[a-z-]{2,10}(?:\.[a-z]{2})?\/\d{7}(?:v\d{1,2})?\b|\b\d{4}\.[a-z\d]{2,20}-[a-z\d]{1,20}\.\d{1,4}\b|(?<=pmid[\s:#]{1,3})\d{4,8}\b)(?:\s{0,2}\[[a-z]{2,9}(?:[.-][a-z-]{2,6})?\])?/gi;

/** Sites as they name themselves at the end of their pages' titles. */
const sites = [
  'arXiv(?:\\.org)?|arXiv Vanity|ar5iv|alphaXiv|bioRxiv|medRxiv|SSRN|OpenReview(?:\\.net)?|PMLR|JMLR|HAL',
  'ACL Anthology|ACM Digital Library|CVF Open Access|IEEE (?:Xplore|Conference Publication|Journals (?:&|and) Magazines?)',
  'Hugging Face|Papers [Ww]ith Code|Emergent Mind|DeepAI|HyperAI|CatalyzeX|Connected Papers|Kaggle|Medium|YouTube|GitHub',
  'Semantic (?:Scholar|Reader)|Google Scholar|DBLP|Mendeley|Zotero|CiteSeerX|ResearchGate|Request PDF|Academia\\.edu|JSTOR',
  'PubMed(?: Central)?|PMC|Europe PMC|NeurIPS Proceedings|NIPS papers|AAAI|IJCAI|Frontiers|PLOS (?:ONE|[A-Z][\\w ]{3,30})',
  'ScienceDirect|Springer(?:Link| Nature Link)|Nature(?: [A-Z][a-z]{2,20}){0,3}|Scientific Reports|Science|PNAS|MIT Press',
  'Wiley Online Library|Oxford Academic|OUP Academic|Taylor & Francis(?: Online)?|Cambridge Core|SAGE Journals|MDPI',
  '(?:Google )?Chrome|(?:Mozilla )?Firefox|(?:Microsoft\u200b? )?Edge|Safari|Brave|Opera',
].join('|');

/** ACM and others name the volume. */
const volumes =
  '(?:Proceedings of|(?:ACM |IEEE )?(?:Transactions on|Journal of|Communications of)) .{3,160}';

/** What sites add to the titles of their pages. */
const ofSite = new RegExp(
  `\\s{1,5}(?:(?:[-–—|·:]|::)\\s{1,5}(?:${sites})|\\|\\s{1,5}${volumes})$`,
  'i',
);
/** What sites and browsers put before them: arXiv the id of the paper. */
const beforeTitle =
  /^(?:\((?:\d{1,3}|PDF)\)|\[(?:PDF|HTML|abs|BOOK|B|CITATION|C)\]|\[(?:[a-z-]{2,10}(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,2})?\]|(?:Paper page|dblp|Review for \w+ paper)\s?[-:]|(?:NeurIPS|ICLR|ICML)(?: 20\d\d)? (?:Poster|Oral|Spotlight)(?: \d{4}:)?)\s{0,3}(?=\S)/i;

/** Words that a link has in place of a title. */
const noTitle =
  /^(?:arxiv(?:\.org)?|pdf|abs|html|link|paper|doi|openreview|pubmed|pmid|acl|url|here|untitled|new tab|to read|read later|todo)$/i;

/** The title that is left of what stands beside an identifier; empty if it is none. */
export function titleBeside(text: string): string {
  let title = text.replaceAll(/\s+/g, ' ').trim();
  title = title
    .replace(/^[|–—:,;*_`)\]#\s-]{1,20}/, '')
    .replace(/(?<![|–—:,;*_`([\s-])[|–—:,;*_`([\s-]+$/, '');
  for (let known = ''; known !== title;) {
    known = title;
    title = title.replace(beforeTitle, '').replace(ofSite, '').trim();
  }
  title = title.replace(/^["“](.{1,500})["”]$/, '$1').trim();
  return noTitle.test(title) || !/\p{L}{2}/u.test(title) ? '' : title;
}

/** Whether a title has what sites put before and behind the titles of their pages. */
export const isPageTitle = (text: string): boolean => beforeTitle.test(text) || ofSite.test(text);

/** Titles have capitals, or letters of a script without; what has neither is a title from four words on. */
export const canBeTitle = (text: string): boolean =>
  /[\p{Lu}\p{Lo}]/u.test(text) || text.split(' ').length > 3;
