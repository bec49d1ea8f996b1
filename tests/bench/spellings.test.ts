import { expect, test } from 'vitest';
import { explained } from '../../scripts/bench/search/abbreviations.ts';
import { typedPlainly } from '../../scripts/bench/search/kinds/tex.ts';
import { acrossTheAtlantic, otherNumber } from '../../scripts/bench/search/spellings.ts';

test.each([
  ['optimization', 'optimisation'],
  ['generalizing', 'generalising'],
  ['behavior', 'behaviour'],
  ['behavioral', 'behavioural'],
  ['modelling', 'modeling'],
  ['modeling', 'modelling'],
  ['labeled', 'labelled'],
  ['analyze', 'analyse'],
  ['dialogue', 'dialog'],
  ['fiber', 'fibre'],
  ['defence', 'defense'],
  ['exercise', undefined],
  ['network', undefined],
])('%s across the Atlantic', (word, other) => {
  expect(acrossTheAtlantic(word)).toBe(other);
});

test.each([
  ['network', 'networks'],
  ['networks', 'network'],
  ['policies', 'policy'],
  ['policy', 'policies'],
  ['mosses', 'moss'],
  ['moss', 'mosses'],
  ['boxes', 'box'],
  ['array', 'arrays'],
])('%s in the other number', (word, other) => {
  expect(otherNumber(word)).toBe(other);
});

test.each([
  ['$\\ell_\\infty$', true, 'l_infty'],
  ['$\\ell_\\infty$', false, 'linfty'],
  ['Łojasiewicz', true, 'lojasiewicz'],
  ['(Schrödinger)', true, 'schrodinger'],
  ['D^{2}Turb:', true, 'd2turb'],
  ['γ-ABC', true, 'gamma-abc'],
  ['\\mathcal{O}(n^2)', true, undefined],
  ['\\unknown_x', true, undefined],
  ['5μm', true, undefined],
])('%s typed', (word, below, typed) => {
  expect(typedPlainly(word, below)).toBe(typed);
});

test.each([
  ['We use reinforcement learning (RL) here.', [['rl', 'reinforcement learning']]],
  ['Large language models (LLMs) and more', [['llm', 'large language models']]],
  ['a Chain-of-Thought (CoT) prompt', []],
  ['the Chain-Of-Thought (COT) prompt', [['cot', 'chain of thought']]],
  ['words that do not fit (RL)', []],
  ['', []],
])('abbreviations explained in %s', (text, pairs) => {
  expect(explained(text).map(({ short, full }) => [short, full])).toEqual(pairs);
});
