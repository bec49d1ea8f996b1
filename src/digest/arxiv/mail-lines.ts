import { anyOf, type Labels } from './labelled-entry.ts';

/** What the lines of an arXiv mailing look like. All patterns are meant for trimmed lines. */

/** `\\`, also with one backslash (Markdown ate the other) or escaped. */
export const separator = /^\\{1,4}$/;

/** `\\ ( https://arxiv.org/abs/2303.08867 ,  243kb)`, its backslashes perhaps lost. */
export const tail = /^\\{0,4} ?\( ?<?https?:\/\/[\w.]*arxiv\.org\/[^\s,]*/i;

/** The tail's beginning where a copy was wrapped after the bracket. */
export const brokenTail = /^\\{1,4} ?\($/;

/** A tail in the middle of a line of a copy that lost its line ends. */
export const innerTail = /\\{2} ?\( ?<?https?:\/\/[\w.]*arxiv\.org\//i;

/** A tail that goes on in the next line, at the end of a line of such a copy. */
export const innerBrokenTail = /\s\\{2}(?: ?\()?$/;

/** What begins a paper, or parts two, in the middle of a line of such a copy. */
export const innerStart =
  /\s(?:\\{2} (?=arXiv:|Paper[: ]|\/\*)|[-%]{20,100}(?=\s|$)|\\{2}$|\/\*[^*]{1,60}\*\/(?=\s))/;

/** `/* Fri, 3 Mar 2023 *\/` in `pastweek` listings. */
export const dayComment = /^\/\*([^*]{1,60})\*\//;

/** `arXiv:2303.08867 (*cross-listing*)`, before 2007 `Paper (*cross-listing*): hep-th/9901001`. */
export const identifier =
  /^(?:arXiv: ?|Paper(?: ?\(\*cross-listing\*\))?: ?(?:arXiv:)?)([\w.-]{1,20}(?:\/\d{7})?(?:v\d{1,3})?)(?![\w/.])/;

/** What a listing says of a version that is not the first. */
export const revision =
  /^(?:replaced with (?:a )?(?:revised|new) version|(?:figures?|part) added|withdrawn|(?:erratum|addendum) added)/i;

const fields: Labels = {
  title: 'Title',
  authors: 'Authors?',
  categories: 'Categories',
  comment: 'Comments?',
  venue: 'Journal-[Rr]ef',
  doi: 'DOI',
  date: 'Date',
  published: 'Date \\(v1\\)',
  updated: 'Date \\((?:revised )?v\\d{1,3}\\)',
  abstract: 'Abstract',
  other: 'Report-[Nn]o|MSC-class|ACM-class|Subj-class|License|Proxy|Notes?|From',
};
const names = Object.values(fields).join('|');

/** The label of a field at the beginning of a line. */
export const label = new RegExp(`^(?:${anyOf(fields)}) ?:`);

/** Fields in the middle of a line of a copy that lost its line ends. */
export const innerField = new RegExp(`\\s(?=(?:${names}):(?:\\s|$))`, 'g');

/** A field's value that a copy has broken off its line: `(243kb,D)`. */
export const size = /^\(\d{1,9} ?kb(?:,\w{1,4})?\)$/i;

export const fence = /^(?:```|~~~)/;

/** A line of dashes or per cent signs; 8 characters at least. */
export function isRule(line: string): boolean {
  return line.length >= 8 && line.length <= 400 && ruleEnd(line) === line.length;
}

/** Length of the rule that a line begins with. */
export const ruleEnd = (line: string): number => /^[-%=_*—]*/.exec(line)?.[0].length ?? 0;

/** The rule that ends a listing. */
export const lastRule = /^%%%---/;

/** How the header of a mail begins, `mbox` and forwarded ones included. */
export const mailHeader =
  /^(?:From |(?:Return-Path|Received|Delivered-To|Message-I[Dd]|From|To|Cc|Reply-To|Sender|Date|Sent|Subject|X-[\w-]{1,40}|MIME-Version|Content-[\w-]{1,40}|List-[\w-]{1,40}|DKIM-[\w-]{1,40}|Authentication-Results|Precedence): )/;

/** Lines that arXiv itself puts around a listing. */
export const boilerplate =
  /^(?:Submissions to:|received from |Send any comments |Archives at |To unsubscribe|For general information|For subscribe options|keyword subject classification|e-mail To: )/i;

/** Headings between the parts of a listing. */
export const section =
  /^(?:-{2,9} ?)?(?:new|cross|replace|withdrawn|updated)[\w -]{0,40}(?:\(\d+\))?:?(?: ?-{2,9})?$/i;

/**
 * Takes the `> ` of a quoted mail off its lines, if the listing itself is quoted.
 *
 * @returns the lines themselves if they are not
 */
export function unquote(lines: readonly string[]): readonly string[] {
  const quoted = lines.some((line) => /^\s{0,9}>[> ]{0,20}(?:\\{1,4}\s*$|arXiv:)/.test(line));
  return quoted ? lines.map((line) => line.replace(/^\s*>(?: ?>)* ?/, '')) : lines;
}
