/**
 * Works as references for readers, in the two styles that are asked for most. Small formatters of their own: the one
 * kept processor of CSL styles, citeproc-js, is under the CPAL or the AGPL, which ask more of an archive's owner
 * than this software does. The tests hold APA against it, and both styles against published examples.
 */
import { familyOf, initials, type Authors, type Name } from './name.ts';
import { isPreprint, type Work } from './work.ts';

/** A stretch of a reference, in italics or not. */
export interface Run {
  readonly text: string;
  readonly italic?: boolean;
}

/** Text that ends a sentence; a title that ends with a mark of its own keeps it. */
const stopped = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Where a reader finds the paper. */
const addressOf = ({ doi, url }: Work): string =>
  doi === undefined ? (url ?? '') : `https://doi.org/${doi}`;

function apaName(name: Name): string {
  if ('literal' in name) return name.literal;
  return [familyOf(name), name.given && initials(name.given), name.suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

/** Authors that APA names; of more, the last comes after the first nineteen. */
const apaShown = 20;

function apaAuthors({ names, others }: Authors): string {
  const all = names.map(apaName);
  const last = all.at(-1) ?? '';
  if (others) return `${all.join(', ')}, et al.`;
  if (all.length > apaShown) return `${all.slice(0, apaShown - 1).join(', ')}, … ${last}`;
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')}, & ${last}`;
}

/**
 * A reference in the style of the American Psychological Association, 7th edition. The title's capitals stay, since
 * which words are names is not known.
 *
 * @see https://apastyle.apa.org/style-grammar-guidelines/references/examples
 */
export function apa(work: Work): Run[] {
  const { authors, venue, arxiv } = work;
  const preprint = isPreprint(work);
  const date = `(${work.date?.year ?? 'n.d.'}).`;
  const number = preprint && arxiv !== undefined ? ` (arXiv:${arxiv})` : '';
  const title: Run[] =
    number === ''
      ? [{ text: stopped(work.title), italic: venue === undefined }]
      : [{ text: work.title, italic: true }, { text: `${number}.` }];
  const where = preprint ? [{ text: ' arXiv.' }] : [];
  const container =
    venue === undefined ? where : [{ text: ' ' }, { text: venue, italic: true }, { text: '.' }];
  const address = addressOf(work);
  return [
    ...(authors.names.length === 0
      ? [...title, { text: ` ${date}` }]
      : [{ text: `${stopped(apaAuthors(authors))} ${date} ` }, ...title]),
    ...container,
    ...(address === '' ? [] : [{ text: ` ${address}` }]),
  ];
}

function ieeeName(name: Name): string {
  if ('literal' in name) return name.literal;
  return [name.given && initials(name.given), familyOf(name), name.suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** Authors that IEEE names; of more, the first alone. */
const ieeeShown = 6;

function ieeeAuthors({ names, others }: Authors): string {
  const all = names.map(ieeeName);
  const [first = ''] = all;
  if (others || all.length > ieeeShown) return `${first} et al.`;
  if (all.length < 3) return all.join(' and ');
  return `${all.slice(0, -1).join(', ')}, and ${all.at(-1) ?? ''}`;
}

/** Months as IEEE abbreviates them. */
const months = 'Jan. Feb. Mar. Apr. May June July Aug. Sep. Oct. Nov. Dec.'.split(' ');

const monthAndYear = ({ year, month }: NonNullable<Work['date']>): string =>
  month === undefined ? year : `${months[Number(month) - 1] ?? ''} ${year}`;

/**
 * A reference in the style of the IEEE.
 *
 * @see https://journals.ieeeauthorcenter.ieee.org/wp-content/uploads/sites/7/IEEE_Reference_Guide.pdf
 */
export function ieee(work: Work): Run[] {
  const { authors, venue, kind, arxiv, date, doi, url } = work;
  const preprint = isPreprint(work);
  const title = /[.!?…]$/.test(work.title) ? `“${work.title}”` : `“${work.title},”`;
  const parts: Run[][] = [
    ...(venue === undefined
      ? []
      : [[{ text: kind === 'conference' ? 'in ' : '' }, { text: venue, italic: true }]]),
    // `ICLR 2025` says its year.
    ...(date === undefined || venue?.includes(date.year)
      ? []
      : [[{ text: preprint ? date.year : monthAndYear(date) }]]),
    ...(preprint && arxiv !== undefined ? [[{ text: `arXiv:${arxiv}` }]] : []),
    ...(!preprint && doi !== undefined ? [[{ text: `doi: ${doi}` }]] : []),
  ];
  const rest = parts.flatMap((part, at) => (at === 0 ? part : [{ text: ', ' }, ...part]));
  const online = !preprint && doi === undefined && url !== undefined;
  const by = authors.names.length === 0 ? '' : `${ieeeAuthors(authors)}, `;
  return [
    { text: `${by}${title}` },
    ...(rest.length === 0 ? [] : [{ text: ' ' }, ...rest, { text: '.' }]),
    ...(online ? [{ text: ` [Online]. Available: ${url}` }] : []),
  ];
}

/** A reference without italics. */
export const plain = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** What is markup in Markdown. */
const special = /[\\`*_{}[\]<>#|~$]|&(?=#?\w{1,30};)/g;
const escaped = (text: string): string => text.replaceAll(special, String.raw`\$&`);

/** A reference in Markdown, in APA's style: a line whose title leads to the paper. */
export function markdown(work: Work): string {
  const address = work.url ?? addressOf(work);
  const known = addressOf(work);
  return apa(work)
    .map(({ text, italic }) => {
      // The address is where the title leads.
      const said = known !== '' && text === ` ${known}` ? '' : escaped(text);
      const set = italic ? `*${said}*` : said;
      const isTitle = text === work.title || text === stopped(work.title);
      return isTitle && address !== '' ? `[${set}](<${address}>)` : set;
    })
    .join('');
}
