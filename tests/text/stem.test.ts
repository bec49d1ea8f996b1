import { expect, test } from 'vitest';
import { sameStem, singular } from '../../src/text/stem.ts';

test.each([
  ['policy', 'policies', true],
  ['run', 'running', true],
  ['model', 'modelling', true],
  ['optimize', 'optimization', true],
  ['effective', 'effectiveness', true],
  ['neural', 'neurally', true],
  ['2025', '2025', true],
  ['use', 'us', false],
  ['class', 'clasp', false],
  ['police', 'policy', false],
  ...'llms cnns gans vaes bms gpus tpus pdes sdes rnas pcas kpis apis moes h100s'
    .split(' ')
    .map((word): [string, string, boolean] => [word, word.slice(0, -1), true]),
  ...'gas os gps dns css tts mcts class bus 1990s'
    .split(' ')
    .map((word): [string, string, boolean] => [word, word.slice(0, -1), false]),
  ['gass', 'gas', false],
  ['transformer', 'transform', true],
])('%s and %s are one: %s', (one, other, same) => {
  expect(sameStem(one, other)).toBe(same);
});

test.each([
  ['kilns', 'kiln'],
  ['glazes', 'glaze'],
  ['studies', 'study'],
  ['classes', 'class'],
  ['boxes', 'box'],
  ['approaches', 'approach'],
  ['glass', 'glass'],
  ['analysis', 'analysis'],
  ['virus', 'virus'],
  ['gas', 'gas'],
  ['optimizer', 'optimizer'],
])('the singular of %s is %s', (plural, expected) => {
  expect(singular(plural)).toBe(expected);
});
