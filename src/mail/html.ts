/** The HTML part of a mail: headings and paragraphs, no tables, no pictures, no colours but the reader's own. Pure. */
import { escapeXml } from '../text/escape.ts';
import { dotted } from '../text/line.ts';
import { dirOf } from '../text/direction.ts';
import type { Edition, EditionPaper, Link } from './edition.ts';

/** Where Gmail cuts a message off: 102 KB of HTML. */
const clip = 102_000;

/** How those who read it leave the list. */
export interface Leave {
  /** `mailto:` or `https:`. */
  readonly url: string;
}

const body =
  'max-width:40em;margin:0 auto;padding:16px;font-family:Georgia,serif;font-size:16px;line-height:1.5';
const heading = 'margin:28px 0 2px;font-size:17px;line-height:1.3';
const line = 'margin:2px 0';

const anchor = ({ label, url }: Link): string =>
  `<a href="${escapeXml(url)}">${escapeXml(label)}</a>`;

/** Opens an element that begins with text from elsewhere, which may run from right to left. */
const open = (name: string, style: string, text: string): string => {
  const dir = dirOf(text);
  return `<${name} style="${style}"${dir === undefined ? '' : ` dir="${dir}"`}>`;
};

const paragraph = (text: string, html = escapeXml(text)): string =>
  text === '' ? '' : `${open('p', line, text)}${html}</p>\n`;

const titleOf = ({ title, url }: EditionPaper): string =>
  `${open('h2', heading, title)}${anchor({ label: title, url })}</h2>\n`;

const byOf = (names: string): string => (names === '' ? '' : `Authors: ${names}`);

function whole(paper: EditionPaper): string {
  const { authors, sentence, topics, links } = paper;
  const facts = [topics === '' ? '' : `Topics: ${escapeXml(topics)}`, ...links.map(anchor)];
  return [
    titleOf(paper),
    paragraph(byOf(authors)),
    paragraph(sentence),
    paragraph(topics === '' ? (links[0]?.label ?? '') : topics, dotted(facts)),
  ].join('');
}

const short = (paper: EditionPaper): string => titleOf(paper) + paragraph(byOf(paper.byline));

/** Where there is no room for more: hundreds of papers. */
const bare = ({ title, url }: EditionPaper): string =>
  paragraph(title, anchor({ label: title, url }));

const sizeOf = (parts: readonly string[]): number =>
  parts.reduce((sum, html) => sum + Buffer.byteLength(html), 0);

/** As many papers in full as there is room for, the rest with title, authors and link; or with title and link alone. */
function fitted(papers: readonly EditionPaper[], room: number): string[] {
  const shorts = papers.map(short);
  const rest = sizeOf(shorts) <= room ? shorts : papers.map(bare);
  let left = room - sizeOf(rest);
  let isFull = false;
  return papers.map((paper, at) => {
    const brief = rest[at] ?? '';
    const html = whole(paper);
    left -= Buffer.byteLength(html) - Buffer.byteLength(brief);
    isFull ||= left < 0;
    return isFull ? brief : html;
  });
}

/**
 * An edition as HTML. What is said of papers grows shorter towards the end where all of it would be more than mail
 * programs show; no paper is left out.
 */
export function htmlOf(edition: Edition, leave: Leave | undefined): string {
  const { title, date, count, site, url, papers } = edition;
  const out = leave ? [anchor({ label: 'Unsubscribe', url: leave.url })] : [];
  const head = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeXml(title)}</title><style>:root{color-scheme:light dark}</style></head>
<body style="margin:0"><div style="${body}">
${open('h1', 'margin:0;font-size:22px;line-height:1.3', title)}${escapeXml(title)}</h1>
${paragraph(date, dotted([escapeXml(date), anchor({ label: count, url })]))}`;
  const foot = `<hr style="margin:28px 0 12px">
<p style="${line};font-size:14px">${dotted([anchor(site), ...out])}</p>
</div></body></html>
`;
  const room = clip - Buffer.byteLength(head) - Buffer.byteLength(foot);
  return head + fitted(papers, room).join('') + foot;
}
