import { expect, it } from 'vitest';
import { sameStem } from '../../src/text/stem.ts';

it.each([
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
