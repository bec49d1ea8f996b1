/** The page that says how good the pages are: docs/quality.md. */
import { kilobytes, printed } from '../table.ts';
import type { Scores } from './lighthouse.ts';
import { harmless } from './support/harmless.ts';
import { parts, type Part, type Visit } from './visit.ts';

export interface Measured extends Visit {
  readonly kind: string;
  readonly address: string;
  readonly scores?: Scores;
}

/** A site, by what the table calls it. */
export interface Site {
  readonly papers: number;
  readonly pages: readonly Measured[];
}

const names: Readonly<Record<Part, string>> = {
  html: 'HTML',
  css: 'CSS',
  js: 'scripts',
  fonts: 'fonts',
  data: 'data',
};

const heading = (papers: number): string => `## ${papers.toLocaleString('en')} papers`;
const all = ({ sent }: Visit): number => parts.reduce((sum, part) => sum + sent[part], 0);

/**
 * What an earlier page said of each kind of page.
 *
 * @param page the text of docs/quality.md
 * @param title of the column
 * @returns by kind, in the words of the page
 */
export function earlier(page: string, papers: number, title: string): ReadonlyMap<string, string> {
  const from = page.indexOf(`${heading(papers)}\n`);
  if (from < 0) return new Map();
  const [, section = ''] = page.slice(from).split(/^## .*$/m);
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const column = rows[0]?.indexOf(title) ?? -1;
  if (column < 0) return new Map();
  return new Map(rows.slice(2).map((cells) => [cells[1] ?? '', cells[column] ?? '']));
}

/** Scores that were not asked for this time stand in brackets as they were. */
function scoresOf({ kind, scores }: Measured, before: ReadonlyMap<string, string>): string {
  if (scores) return scores.scores.join(' ');
  const last = (before.get(kind) ?? '').replaceAll(/[()]/g, '');
  return last === '' ? '' : `(${last})`;
}

function rowOf(
  page: Measured,
  before: ReadonlyMap<string, string>,
  scored: ReadonlyMap<string, string>,
): string[] {
  return [
    page.kind,
    scoresOf(page, scored),
    String(page.violations.length),
    kilobytes(page.html),
    ...parts.map((part) => (page.sent[part] === 0 ? '' : kilobytes(page.sent[part]))),
    kilobytes(all(page)),
    before.get(page.kind) ?? '',
    String(page.requests),
    page.shift < 0.0005 ? '0' : page.shift.toFixed(3),
  ];
}

const head = [
  'kind of page',
  'Lighthouse',
  'axe',
  'HTML as it is',
  ...parts.map((part) => names[part]),
  'in all',
  'before',
  'requests',
  'shift',
];

/** One line for each page that is below 99 or breaks a rule, with why. */
export function shortcomings({ papers, pages }: Site): string[] {
  return pages.flatMap(({ kind, address, scores, violations }) => {
    const low = scores?.scores.some((score) => score < 99) ? scores.short : [];
    const why = [...low, ...violations.map((rule) => `axe: ${rule}`)];
    return low.length + violations.length > 0
      ? [`${papers.toLocaleString('en')} papers, ${kind} (/${address}): ${why.join(', ')}`]
      : [];
  });
}

/** What pages use that a browser of two years ago lacks, with why that is harmless. */
function browsers(): string {
  const rows = Object.entries(harmless).map(([feature, why]) => [`\`${feature}\``, why]);
  return `## Browsers\n\n${printed([{ head: ['what is used', 'why nobody needs it'], rows }], 'markdown').trim()}`;
}

/**
 * @param intro what stands above the tables
 * @param before the page as it was committed last
 */
export function quality(intro: string, sites: readonly Site[], before: string): string {
  const sections = sites.map((site) => {
    const was = earlier(before, site.papers, 'in all');
    const scored = earlier(before, site.papers, 'Lighthouse');
    const rows = site.pages.map((page) => rowOf(page, was, scored));
    const lacking = shortcomings(site).map((line) => `- ${line}`);
    return [heading(site.papers), printed([{ head, rows }], 'markdown').trim(), lacking.join('\n')]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  return `${[intro.trim(), ...sections, browsers()].join('\n\n')}\n`;
}
