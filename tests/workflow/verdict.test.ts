import { expect, it } from 'vitest';
import { verdictOf } from '../../src/workflow/verdict.ts';

const well = {
  site: 'success',
  check: 'success',
  pages: 'success',
  collect: 'success',
  made: true,
  collected: '',
  idle: 0,
};

it.each([
  ['all well', {}, true, ''],
  [
    'nothing was to be collected, another host publishes',
    { collect: '', pages: 'skipped' },
    true,
    '',
  ],
  ['a bad paper', { site: 'failure' }, false, 'What is good has been published.'],
  ['a check that failed', { check: 'failure' }, false, 'What is good has been published.'],
  ['a bad setting', { site: 'failure', made: false }, false, 'Nothing has been published.'],
  ['Pages is off', { pages: 'failure' }, false, 'Source: GitHub Actions'],
  ['a source that fails', { collect: 'failure' }, true, 'asked for again'],
  ['44 quiet days', { idle: 44 }, true, ''],
  ['45 quiet days', { idle: 45 }, true, 'for 45 days. After 60'],
])('%s', (_, run, ok, words) => {
  const verdict = verdictOf({ ...well, ...run });
  expect(verdict.ok).toBe(ok);
  expect([verdict.lines.join(), verdict.summary].map((text) => text.includes(words))).toEqual([
    true,
    true,
  ]);
  expect([verdict.lines.length > 0, verdict.summary !== '']).toEqual([words !== '', words !== '']);
  expect(verdict.lines.some((line) => line.startsWith('::error::'))).toBe(!ok);
});

it('shows what was collected as it is', () => {
  const { summary } = verdictOf({ ...well, collected: 'bells: 3\n```\n<b>x\n' });
  expect(summary).toBe('\n### Collected\n\n    bells: 3\n    ```\n    <b>x\n');
});
