/** What sites, channels and newsletters put before and behind a title or a text, and is none of it. */

/** Kinds of documents, as Google Scholar marks them; pictures that open a post. */
const before =
  /^(?:\[(?:PDF|HTML|DOC|PS|RTF|BOOK|B|CITATION|C)\]\s{1,4}|(?:\p{Extended_Pictographic}[\ufe0f\u200d]{0,2}){1,3}\s{0,4})+(?=\S)/u;

/** Buttons in brackets behind a title, with or without their counts. */
const behind =
  /(?:\s{0,4}\[(?:PDF|HTML|abs|abstract|bib|bibtex|copy|kimi|rel|related|code|data|video|poster|slides|supp|software|openreview|arxiv|link|more)\s?\d{0,6}\])+$/i;

const readMore = /\s{0,4}\((?:read more|more|details)(?: on [^()]{1,40})?\)$/i;

/** Words that say that an abstract begins, on the line it begins in. */
const opening =
  /^(?:(?:Abstract|ABSTRACT|Summary|Zusammenfassung|Kurzfassung|Résumé|Resumen|Resumo|Riassunto|Аннотация)(?: ?[:：.—–-] |\s(?=(?:We|This|These|In|The|An?|Our|Recent|Although|While|Despite|To) \p{Ll}))|(?:摘要|要旨|概要|초록) ?[:：])\s{0,4}(?=\S)/u;

/** A title without what stands around it. */
export const undecorated = (title: string): string =>
  title.replace(before, '').replace(behind, '').replace(readMore, '');

/** A text without the button that shows the rest of it. */
export const unexpanded = (text: string): string =>
  text.replace(/(?<=[.!?…。]) (?:Expand|Collapse|Show (?:more|less)|Read more|See more)$/, '');

/** What of a line opens an abstract: `Abstract: `; empty if nothing does. */
export const abstractOpening = (line: string): string =>
  opening.exec(line.slice(0, 100))?.[0] ?? '';
