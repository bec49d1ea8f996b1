import { describe, expect, it } from 'vitest';
import { phraseKey, Phrases, termProblem } from '../../src/topics/phrases.ts';
import { wordsOf } from '../../src/topics/words.ts';

function finds(term: string, text: string): number {
  const phrases = new Phrases<string>();
  phrases.add(term, term);
  return phrases.find(wordsOf(text)).length;
}

describe('a term is found', () => {
  it.each([
    ['fine-tuning', 'Fine-Tuning'],
    ['fine-tuning', 'we use fine tuning here'],
    ['fine tuning', 'finetuning'],
    ['fine tuning', 'fine\u2011tuning'],
    ['fine-tuning', 'fine\ntuning'],
    ['testbed', 'a test-bed for'],
    ['bandit', 'Bandits'],
    ['bandits', 'a bandit'],
    ['policy', 'policies'],
    ['approach', 'approaches'],
    ['loss', 'losses'],
    ['jailbreak*', 'jailbreaking'],
    ['jailbreak*', 'jailbreak'],
    ['reward hack*', 'reward-hacking'],
    ['multi-arm*', 'multiarmed'],
    ['*bench', 'MathBench'],
    ['*Bench', 'MathBench'],
    ['RAG', '(RAG)'],
    ['LoRA', 'two LoRAs'],
    ['Newton method', "Newton's method"],
    ['optimization', 'optimisation'],
    ['behavior', 'behaviours'],
    ['modeling', 'modelling'],
    ['poincare', 'Poincaré'],
    ['Poincaré', 'poincare'],
    ['co-training', 'co\u00adtraining'],
    ['3d', 'in 3D'],
  ])('%s in %j', (term, text) => {
    expect(finds(term, text)).toBe(1);
  });
});

describe('a term is not found', () => {
  it.each([
    ['fine-tuning', 'It is fine. Tuning follows'],
    ['fine-tuning', 'fine, tuning'],
    ['fine-tuning', 'fine\n\ntuning'],
    ['testbed', 'a test bed for'],
    ['bandit', 'in this band it is'],
    ['bandit', 'banditry'],
    ['art', 'state of the party'],
    ['RAG', 'a rag'],
    ['RAG', 'DRAG'],
    ['LoRA', 'LoRa radio'],
    ['*bench', 'a bench'],
    ['*Eval', 'medieval'],
    ['jailbreak*', 'jail'],
    ['reward model', 'reward (model)'],
  ])('%s in %j', (term, text) => {
    expect(finds(term, text)).toBe(0);
  });
});

describe('termProblem', () => {
  it.each([
    ['bandit', undefined],
    ['*bench', undefined],
    ['jailbreak*', undefined],
    ['', 'the term holds no letter and no digit'],
    ['*', 'the term holds no letter and no digit'],
    ['a * b', 'a `*` may only stand at the beginning or at the end of a term'],
    ['a, b', 'the words of a term may only be parted by spaces and hyphens'],
    ['*math bench', 'a `*` at the beginning needs a single word and no second `*`'],
    ['*bench*', 'a `*` at the beginning needs a single word and no second `*`'],
  ])('%j', (term, problem) => {
    expect(termProblem(term)).toBe(problem);
  });
});

it('knows terms that are found at the same places', () => {
  expect(phraseKey('Fine-Tunings')).toBe(phraseKey('fine tuning'));
  expect(phraseKey('RAG')).not.toBe(phraseKey('rag'));
  expect(phraseKey('rag*')).not.toBe(phraseKey('rag'));
});

it('stays quick on text that begins a phrase at every word', () => {
  const phrases = new Phrases<string>();
  phrases.add('a '.repeat(30).trim(), 'long');
  expect(phrases.find(wordsOf('a '.repeat(2000)))).toHaveLength(2000 - 29);
});
