import { expect, it } from 'vitest';
import { pauseAfter } from '../../../src/search/browser/announcer.ts';
import { relaxations } from '../../../src/search/browser/relaxations.ts';

it.each([
  ['"green tea"', ['green tea']],
  ['kettle -tea', ['kettle']],
  ['title:kettle', ['kettle']],
  [
    'kettle year:1900 venue:"Tea Days"',
    ['kettle year:1900 venue:Tea Days', 'kettle year:1900 "Tea Days"', 'kettle'],
  ],
  ['kettle NOT "black tea"', ['kettle NOT black tea', 'kettle']],
  ['green kettle', ['kettle', 'green']],
  ['kettle', []],
  ['-tea', []],
  ['a b c d e f', []],
  ['', []],
])('offers less than %s', (query, queries) => {
  expect(relaxations(query).map((other) => other.query)).toEqual(queries);
});

it.each([
  [80, 900],
  [1000, 1600],
  [2000, 3200],
  [3900, 4000],
  [60_000, 900],
])('waits after letters %d ms apart for %d ms', (between, pause) => {
  expect(pauseAfter(between)).toBe(pause);
});
