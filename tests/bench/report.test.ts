import { expect, test } from 'vitest';
import { kinds } from '../../scripts/bench/search/queries.ts';
import { scores, tables, type EngineReport } from '../../scripts/bench/search/report.ts';

function engine(name: string, place: number): EngineReport {
  const found = ['w', 'x', 'y', 'z'].with(place, 'a');
  const query = { kind: 'exact', typed: 'a', from: 'a', right: ['a'] };
  const answered = [{ query, right: ['a'], found, milliseconds: 12.4 }];
  return { name, scores: scores(new Map([['exact', answered]])) };
}

const report = { papers: 1, seed: 1, engines: [engine('One', 3), engine('Other', 0)] };

test('tables for a terminal stand in columns', () => {
  expect(tables(report, kinds, 'text')).toMatchInlineSnapshot(`
    "kind         queries  One hit@1  hit@3  hit@10  MRR@10  none  Other hit@1  hit@3  hit@10  MRR@10  none   ahead
    exact title        1        0.0    0.0   100.0    25.0   0.0        100.0  100.0   100.0   100.0   0.0  -100.0

    ms to results  One median  p95  Other median  p95
    exact title            12   12            12   12
    "
  `);
});

test('tables for a page of documentation', () => {
  expect(tables(report, kinds, 'markdown')).toMatchInlineSnapshot(`
    "| kind | queries | One hit@1 | hit@3 | hit@10 | MRR@10 | none | Other hit@1 | hit@3 | hit@10 | MRR@10 | none | ahead |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | exact title | 1 | 0.0 | 0.0 | 100.0 | 25.0 | 0.0 | 100.0 | 100.0 | 100.0 | 100.0 | 0.0 | -100.0 |

    | ms to results | One median | p95 | Other median | p95 |
    | --- | ---: | ---: | ---: | ---: |
    | exact title | 12 | 12 | 12 | 12 |
    "
  `);
});

test('what a first visit costs stands below', () => {
  const spread = { median: 123_456, max: 2_345_678 };
  const cost = {
    firstBytes: spread,
    nextBytes: { median: 1234, max: 1234 },
    firstTime: 250,
    slowTime: 4210,
    reckoned: true,
  };
  const shown = tables({ ...report, engines: [{ ...engine('One', 0), cost }] }, kinds, 'markdown');
  expect(shown.trim().split('\n').at(-1)).toBe(
    '| One | 123 KB | 2346 KB | 1.2 KB | 1.2 KB | about 0.3 s | about 4.2 s |  |  |  |',
  );
});

test('how many of the written queries apply, and whether operators were honoured', () => {
  const kind = {
    ...kinds[0],
    name: 'exact',
    label: 'written',
    written: 9,
    rule: () => () => undefined,
  };
  const query = { kind: 'exact', typed: 'a', from: 'a', right: ['a'] };
  const answered = [{ query, right: ['a'], found: ['a'], milliseconds: 1, honoured: true }];
  const engines = [{ name: 'One', scores: scores(new Map([['exact', answered]])) }];
  const shown = tables({ papers: 1, seed: 1, engines }, [kind], 'markdown');
  expect(shown).toContain('| written | 1 of 9 |');
  expect(shown).toContain('| operators honoured | One |\n| --- | ---: |\n| written | 100.0 |');
});

test('measures of their own stand last', () => {
  const typing = {
    queries: 20,
    median: 12,
    p95: Number.POSITIVE_INFINITY,
    soon: 0.5,
    beforeLast: 1,
    shift: 0.0123,
  };
  const counts = { queries: 30, counts: 400, wrong: 0, examples: [] };
  const alike = { queries: 12, alike: 11 };
  const answered = { typos: alike, filters: alike, suggestions: alike };
  const offline = { answered, bytes: 15_000_000, requests: 75, keeping: 2100 };
  const shown = tables({ ...report, measures: { typing, counts, offline } }, kinds, 'text');
  expect(shown.split('\n\n').slice(-3).join('\n\n')).toMatchInlineSnapshot(`
    "while typing, page warm                    20
    fourth letter to first results, median  12 ms
    of 95 in 100 no later than              never
    within 300 ms, %                         50.0
    results before the last letter, %       100.0
    most that moved (layout shift, 412 px)  0.012

    counts beside the filters   30
    compared                   400
    wrong                        0

    without a network, search kept  answered alike
    typos                                 11 of 12
    filters                               11 of 12
    suggestions                           11 of 12
    fetched for it                        15000 KB
    in requests                                 75
    in                                       2.1 s
    "
  `);
});
