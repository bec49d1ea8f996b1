import { expect, it } from 'vitest';
import { compileTopics } from '../../src/topics/classifier.ts';
import { parseTopicFile } from '../../src/topics/parse.ts';
import { foundingFile, foundingNames } from '../founding.ts';

const parsed = foundingNames('topics').map((name) =>
  parseTopicFile(`archive/topics/${name}`, foundingFile(`topics/${name}`)),
);

it('every topic file is sound', () => {
  expect(parsed.flatMap(({ problems }) => problems)).toEqual([]);
});

it('the topics are these', () => {
  expect(parsed.map(({ rules }) => rules?.id)).toEqual([
    'alignment',
    'bandits',
    'causality',
    'code',
    'continual-learning',
    'distribution-shift',
    'evaluation',
    'generative-media',
    'inference-time',
    'interpretability',
    'model-reuse',
    'optimization',
    'peft',
    'post-training',
    'pretraining',
    'prompting-icl',
    'reasoning',
    'reinforcement-learning',
    'representation',
    'reward-rl-llm',
    'robotics',
    'safety',
    'self-improvement',
    'theory',
    'vision',
  ]);
});

const classifier = compileTopics(parsed.flatMap(({ rules }) => (rules ? [rules] : [])));

it.each<[string, string, string[]]>([
  [
    'Low-Rank Adapters for Small Language Models',
    'We train low-rank adaptation (LoRA) modules for a language model and compare PEFT methods.',
    ['peft'],
  ],
  [
    'Grasping Soft Objects with a Two-Finger Gripper',
    'A robot arm grasps soft objects. The gripper measures the contact forces.',
    ['robotics'],
  ],
  [
    'Regret Bounds for Sleeping Bandits',
    'We prove a regret bound for bandits whose arms are not always there, and a matching lower bound.',
    ['bandits', 'theory'],
  ],
  [
    'Causal Attention Masks Reconsidered',
    'Causal attention and causal masks are studied for sequence models.',
    [],
  ],
  [
    'The Diet of River Otters in Winter',
    'We examined what otters eat. Methods such as diffusion models or reinforcement learning were not used.',
    [],
  ],
])('%s', (title, text, topics) => {
  expect(
    classifier
      .classify({ title, text })
      .map(({ topic }) => topic)
      .toSorted(),
  ).toEqual(topics);
});
