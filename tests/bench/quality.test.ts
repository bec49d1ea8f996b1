import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { samplesOf } from '../../scripts/bench/quality/kinds.ts';
import {
  earlier,
  quality,
  shortcomings,
  type Measured,
} from '../../scripts/bench/quality/report.ts';

const measured = (kind: string, more: Partial<Measured> = {}): Measured => ({
  kind,
  address: `${kind}/`,
  html: 9000,
  sent: { html: 3000, css: 6000, js: 10_000, fonts: 36_000, data: 0 },
  requests: 9,
  shift: 0,
  violations: [],
  hidden: false,
  scores: { scores: [100, 100, 100, 100], short: [] },
  ...more,
});

describe('the page on quality', () => {
  const first = quality('# Words', [{ papers: 9920, pages: [measured('map')] }], '');

  it('keeps what stands above its tables', () => {
    expect(first).toMatch(/^# Words\n\n## 9,920 papers\n\n\| kind of page \|/);
    expect(first).toContain('| map | 100 100 100 100 | 0 | 9.0 KB | 3.0 KB |');
  });

  it('says what it said before, of the same archive and kind', () => {
    expect(earlier(first, 9920, 'in all')).toEqual(new Map([['map', '55 KB']]));
    expect(earlier(first, 81, 'in all')).toEqual(new Map());
    const heavier = measured('map', {
      sent: { html: 3000, css: 6000, js: 20_000, fonts: 36_000, data: 0 },
    });
    const next = quality('', [{ papers: 9920, pages: [heavier, measured('about')] }], first);
    expect(next).toContain('| 65 KB | 55 KB | 9 | 0 |');
    expect(next).toContain('| 55 KB |  | 9 | 0 |');
  });

  it('keeps scores that were not asked for, in brackets', () => {
    const later = measured('map', { scores: undefined });
    const next = quality('', [{ papers: 9920, pages: [later] }], first);
    expect(next).toContain('| map | (100 100 100 100) | 0 |');
    const last = quality('', [{ papers: 9920, pages: [later] }], next);
    expect(last).toContain('| map | (100 100 100 100) | 0 |');
  });

  it('names what falls short, and why', () => {
    const pages = [
      measured('good', { scores: { scores: [99, 100, 100, 100], short: ['speed-index'] } }),
      measured('slow', { scores: { scores: [98, 100, 100, 100], short: ['speed-index'] } }),
      measured('small', { violations: ['target-size'] }),
    ];
    expect(shortcomings({ papers: 81, pages })).toEqual([
      '81 papers, slow (/slow/): speed-index',
      '81 papers, small (/small/): axe: target-size',
    ]);
  });
});

it('takes the middle and the largest page of a kind, and neither tombstones nor forwarding pages', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-kinds-'));
  const pages = {
    'index.html': 'home',
    'papers/index.html': 'list',
    'papers/a/index.html': 'aa',
    'papers/b/index.html': 'bbbb',
    'papers/c/index.html': 'cccccc',
    'papers/gone/index.html': '<p data-removed="removed">',
    'papers/moved/index.html': `<meta http-equiv="refresh">${'.'.repeat(50)}`,
    'search/index.html': 'search',
    '404.html': 'nothing',
  };
  for (const [name, html] of Object.entries(pages)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), html);
  }
  const samples = await samplesOf(folder);
  await rm(folder, { recursive: true });
  expect(samples.map(({ kind, address }) => `${kind}: ${address}`)).toEqual([
    'home: ',
    'paper: papers/c/',
    'list of papers: papers/',
    'search: search/',
    'search with a query: search/?q=learning',
    'not found: 404.html',
    'removed paper: papers/gone/',
  ]);
});
