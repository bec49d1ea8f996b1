/** What a run of `npm run collect` says on the page of a workflow's run, as Markdown. Pure. */
import { visible } from '../diagnostics/visible.ts';
import type { CollectReport, SourceReport } from './report.ts';

/** Text in a cell: nothing of it is markup. */
const cell = (text: string): string =>
  visible(text)
    .replaceAll(/[\\`*_{}[\]()<>#+!|&~]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll('\n', ' ');

function row({ source, digests, failed }: SourceReport): string {
  const sum = (of: (digest: SourceReport['digests'][number]) => number): number =>
    digests.reduce((all, digest) => all + of(digest), 0);
  const before = sum(({ leftOut }) => leftOut.filter(({ why }) => why === 'before').length);
  const left = sum(({ leftOut }) => leftOut.length) - before;
  const why = failed.map(({ day, why: reason }) => cell(`${day}: ${reason}`)).join('<br>');
  const cells = [sum(({ announced }) => announced), sum(({ kept }) => kept), before, left, why];
  return `| ${cell(source)} | ${cells.join(' | ')} |`;
}

/** The summary: a table of the sources, and what should be looked at. */
export function toMarkdown({ sources, problems }: CollectReport): string {
  return [
    '## Collected',
    '',
    '| Source | announced | kept | listed before | left out | failed |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...sources.map(row),
    '',
    ...problems.map(({ severity, what }) => `- **${severity}**: ${cell(what)}`),
    '',
  ].join('\n');
}
