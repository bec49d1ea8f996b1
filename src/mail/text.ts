/** The text part of a mail: labelled, as arXiv's own mails are. Pure. */
import type { Edition, EditionPaper } from './edition.ts';
import type { Leave } from './html.ts';

/** Longest line in characters (RFC 5322, 2.1.1). A word that is longer stands alone. */
const width = 78;

/** A line in lines. */
function wrap(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

const labelled = (label: string, text: string): string[] =>
  text === '' ? [] : [wrap(`${label}: ${text}`)];

function paperText(paper: EditionPaper, number: number): string {
  const { title, authors, topics, sentence, url, links } = paper;
  const [first, ...more] = links;
  const own = first?.label.startsWith('arXiv:') ? first : undefined;
  return [
    `[${number}]${own ? ` ${own.label}` : ''}`,
    ...labelled('Title', title),
    ...labelled('Authors', authors),
    ...labelled('Subjects', topics),
    ...labelled('Summary', sentence),
    `Link: ${url}`,
    ...(own ? more : links).map((link) => `${link.label}: ${link.url}`),
    '',
  ].join('\n');
}

/** An edition as plain text, all papers in full. */
export function textOf(edition: Edition, leave: Leave | undefined): string {
  const { title, date, count, site, url, papers } = edition;
  const signature = [
    '-- ',
    `${site.label}: ${site.url}`,
    ...(leave ? [`Unsubscribe: ${leave.url}`] : []),
  ];
  return [
    wrap(title),
    `${date}: ${count}`,
    url,
    '',
    '',
    ...papers.map((paper, at) => paperText(paper, at + 1)),
    ...signature,
    '',
  ].join('\n');
}
