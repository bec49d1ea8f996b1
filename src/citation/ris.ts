/** Works as RIS, which EndNote, Zotero, Mendeley and JabRef read. */
import { oneLine } from '../text/line.ts';
import { inverted } from './name.ts';
import { isPreprint, publishedAs, type Work } from './work.ts';

const types = { conference: 'CONF', journal: 'JOUR', preprint: 'UNPB', nothing: 'GEN' } as const;

/** `2024/09/17/`: year, month, day and a place for more, each empty if it is not known. */
const whole = ({ year, month = '', day = '' }: NonNullable<Work['date']>): string =>
  `${year}/${month}/${day}/`;

/**
 * A work as a RIS record.
 *
 * @returns lines with a tag each, ended by CR and LF
 * @see https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp
 */
export function ris(work: Work): string {
  const { date, arxiv } = work;
  const preprint = isPreprint(work);
  const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', types[publishedAs(work)]],
    ['ID', work.key],
    ['TI', work.title],
    ...work.authors.names.map((name) => ['AU', inverted(name)] as const),
    ['PY', date?.year],
    ['DA', date && whole(date)],
    ['T2', work.venue],
    ['PB', preprint ? 'arXiv' : undefined],
    ['DB', arxiv === undefined ? undefined : 'arXiv'],
    ['AN', arxiv],
    ['DO', work.doi],
    ['UR', work.url],
    ['AB', work.abstract],
    ...work.keywords.map((keyword) => ['KW', keyword] as const),
    ['N1', work.annote],
  ];
  const lines = fields.flatMap(([tag, value]) => {
    const line = oneLine(value ?? '');
    return line === '' ? [] : [`${tag}  - ${line}`];
  });
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}
