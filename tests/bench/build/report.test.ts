import { describe, expect, it } from 'vitest';
import { verdicts, type Measured } from '../../../scripts/bench/build/aims.ts';
import { median } from '../../../scripts/bench/build/dev.ts';
import { report } from '../../../scripts/bench/build/report.ts';

const cost = (wall: number, memory = 100) => ({ wall, cpu: wall * 1.5, memory });
const spent = (wall: number) => ({ wall, cpu: wall * 1.5 });
const size = { files: 1000, bytes: 8_000_000, uploaded: 9_500_000, folders: {} };

const bare: Measured = {
  papers: 1000,
  cold: {
    ...cost(40, 2900),
    parts: {
      contents: spent(10),
      pages: spent(10),
      index: spent(12),
      offline: spent(6),
      publish: spent(2),
    },
  },
  unchanged: cost(4),
  add: cost(2.5),
  publish: cost(7),
  site: { ...size, folders: { papers: { files: 900, bytes: 7_000_000 } } },
};
const whole: Measured = {
  ...bare,
  floors: {
    astro: cost(20, 1450),
    pagefind: cost(8),
    copy: cost(0.5),
    bare: { ...size, bytes: 4_000_000 },
    without: ['Hugo: not on this machine'],
  },
  dev: { address: 3, ready: 4, page: 0.25, edit: 1.5, dropped: Number.POSITIVE_INFINITY },
};

const met = (measured: Measured): Record<string, boolean | undefined> =>
  Object.fromEntries(verdicts(measured).map((verdict) => [verdict.name, verdict.met]));

describe('aims', () => {
  it('are judged by seconds, or by the floor of the same run', () => {
    expect(met(whole)).toEqual({
      'add one digest of 80': false,
      'dev: ready': true,
      'dev: a paper page': true,
      'dev: an edit shown': false,
      'dev: a dropped digest shown': false,
      'build, nothing changed': true,
      'publish one digest: add and build': true,
      'cold build, all but the index': true,
      'cold build, index': false,
      'cold build': undefined,
      'cold build, memory': true,
      'bytes a paper, all files': true,
      'bytes a paper, as uploaded': false,
    });
  });

  it('are others where an archive is large', () => {
    const large = { ...whole, papers: 50_000, add: cost(2.9), publish: cost(17) };
    expect(met(large)).toMatchObject({
      'add one digest of 80': true,
      'build, nothing changed': undefined,
      'publish one digest: add and build': true,
      'cold build, index': undefined,
      'cold build': false,
    });
  });

  it('are not judged by what was not measured', () => {
    const quick = met({ ...bare, cold: { ...bare.cold, memory: Number.NaN } });
    expect(quick).not.toHaveProperty(['dev: ready']);
    expect(quick['cold build, memory']).toBe(undefined);
    expect(quick['cold build, index']).toBe(undefined);
    expect(quick['add one digest of 80']).toBe(false);
  });

  it('stand beside the faster generator', () => {
    const hugo = { ...cost(2), version: 'v0.111.3' };
    const floors = whole.floors && { ...whole.floors, hugo };
    const publish = verdicts({ ...whole, ...(floors && { floors }) }).find(({ name }) =>
      name.startsWith('publish'),
    );
    expect(publish?.floor).toEqual({ name: 'Hugo + Pagefind', figure: 10, ratio: 0.95 });
  });
});

it('shows all of it', () => {
  expect(report([whole], 'text')).toMatchInlineSnapshot(`
    "work                         1,000: wall s  CPU s  peak MB
    cold build                            40.0   60.0     2900
      contents                            10.0   15.0        –
      pages                               10.0   15.0        –
      index                               12.0   18.0        –
      offline                             6.00   9.00        –
      publish                             2.00   3.00        –
    build, nothing changed                4.00   6.00      100
    add one digest of 80                  2.50   3.75      100
    build that publishes it               7.00   10.5      100
    dev: address printed                  3.00      –        –
    dev: first page                       4.00      –        –
    dev: a paper page                     0.25      –        –
    dev: an edit shown                    1.50      –        –
    dev: a dropped digest shown          never      –        –
    floor: plain Astro                    20.0   30.0     1450
    floor: Pagefind alone                 8.00   12.0      100
    floor: cp -r of the site              0.50   0.75      100

    site                           1,000: files   MB  bytes a paper
    all                                    1000  8.0           8000
      papers                                900  7.0           7000
    as uploaded (tar)                         –  9.5           9500
    floor: plain Astro + Pagefind          1000  4.0           4000

    aim                                papers    measured                   floor  takes  ratio        aim  met
    add one digest of 80                1,000      2.50 s                   cp -r   0.50   5.00      ≤ 2 s   no
    dev: ready                          1,000      4.00 s                   cp -r   0.50   8.00      ≤ 5 s  yes
    dev: a paper page                   1,000      0.25 s                                          ≤ 0.3 s  yes
    dev: an edit shown                  1,000      1.50 s                                            ≤ 1 s   no
    dev: a dropped digest shown         1,000     never s                                            ≤ 3 s   no
    build, nothing changed              1,000      4.00 s                   cp -r   0.50   8.00      ≤ 5 s  yes
    publish one digest: add and build   1,000      9.50 s  plain Astro + Pagefind   28.0   0.34     ≤ 10 s  yes
    cold build, all but the index       1,000  42.0 s CPU             plain Astro   30.0   1.40    ≤ 1.5 ×  yes
    cold build, index                   1,000  18.0 s CPU                Pagefind   12.0   1.50    ≤ 1.2 ×   no
    cold build                          1,000      40.0 s  plain Astro + Pagefind   28.0   1.43
    cold build, memory                  1,000     2900 MB             plain Astro   1450   2.00  ≤ 3000 MB  yes
    bytes a paper, all files            1,000     8.00 KB  plain Astro + Pagefind   4.00   2.00     ≤ 9 KB  yes
    bytes a paper, as uploaded          1,000     9.50 KB  plain Astro + Pagefind   4.00   2.38     ≤ 9 KB   no
    1,000 papers, without Hugo: not on this machine.
    "
  `);
});

it('shows a column group for each size, and what is there', () => {
  const shown = report([bare, { ...whole, papers: 20_000 }], 'markdown');
  expect(shown).toContain('| work | 1,000: wall s | CPU s | peak MB | 20,000: wall s | CPU s |');
  expect(shown).toContain('| floor: plain Astro | – | – | – | 20.0 | 30.0 | 1450 |');
  expect(shown).not.toContain('floor: Hugo');
  expect(shown).toContain('20,000 papers, without Hugo: not on this machine.');
});

it('takes the middle one', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([])).toBeNaN();
});
