/** A small invented archive with something for every kind of query. */
import type { BenchPaper } from '../../scripts/bench/search/archived.ts';
import { Corpus } from '../../scripts/bench/search/corpus.ts';

type Facts = Omit<BenchPaper, 'id' | 'title' | 'abstract'>;
const row = (id: string, title: string, abstract: string, facts: Facts = {}): BenchPaper => ({
  id,
  title,
  abstract,
  ...facts,
});
const url = 'https://archive.example/papers/otters/';

export const papers: readonly BenchPaper[] = [
  row(
    'quillnet',
    'QuillNet: Modeling Handwritten Margins with Sparse Attention',
    'Margins of old ledgers are hard to read. We train a sparse attention model on scribbled annotations of merchants. The transcripts improve by nine points over earlier recognisers.',
  ),
  row(
    'tuelu',
    'TÜLU 3: Open Recipes for Post-Training Assistants',
    'Assistants improve after pre-training with curated preference data. We release recipes, checkpoints and evaluation suites for post-training of open assistants.',
  ),
  row(
    'tuelu-again',
    'TÜLU 3: A Second Look at the Recipes',
    'Curated preference data matter less than was believed. We repeat the recipes with shuffled preferences and find smaller gains.',
  ),
  row(
    'otters',
    'Reinforcement Learning for Underwater Otter Tracking',
    'Reinforcement learning (RL) steers a submersible that follows otters. Sonar pings replace cameras in murky estuaries, and the policy keeps a respectful distance.',
    {
      url,
      arxiv: '2301.01234',
      doi: '10.1000/otters.7',
      authors: ['Ada King Lovelace', 'Émile Roux'],
      year: '2023',
      venue: 'Conference on Submersible Robots (CSR)',
      digests: ['2023-02-01-otters'],
      code: true,
    },
  ),
  row(
    'otters-2',
    'Otter Populations Counted from Sonar Recordings',
    'Sonar recordings of estuaries reveal how many otters live there. Counting uses reinforcement learning (RL) agents that listen patiently for several nights.',
  ),
  row(
    'rl-lanterns',
    'Offline RL Keeps Paper Lanterns Aloft',
    'Lantern festivals need steady flames. An offline agent (reinforcement learning, RL) regulates the burner of each lantern under gusty winds.',
  ),
  row(
    'norms',
    'Regularization with $\\ell_1$ Norms under Heavy Tails',
    'Heavy tailed noise breaks the usual bounds. We prove that $\\ell_1$ penalties recover sparse signals whenever the Łojasiewicz inequality holds locally.',
  ),
  row(
    'norms-2',
    'Sparse Signals from Few Measurements of Tides',
    'Tides are measured at few harbours. Sparse signals recovered from such measurements predict the water level for several weeks.',
  ),
  row(
    'looms',
    'Fine-Tuning Looms: Weaving Patterns from Datasets of Fabric',
    'Weaving patterns are learned from photographs of fabric. Fine-tuning on one loom transfers to others after minutes of calibration.',
  ),
  row(
    'bakery',
    'Predicting Sourdough Crumb Structure by Acoustic Tapping',
    'Bakers tap loaves to judge them. Microphones and a small classifier predict crumb structure better than apprentices do, though masters remain ahead.',
  ),
  row(
    'bridges',
    'Vibration Signatures of Footbridges during Festivals',
    'Crowds make footbridges sway. We record vibration signatures during festivals and warn wardens before resonance begins.',
  ),
  row(
    'lanterns-zh',
    '纸灯笼燃烧器的强化学习控制',
    '节日需要稳定的灯笼火焰。本文用强化学习调节燃烧器，在阵风中保持灯笼高度。',
    { arxiv: '2402.00071', authors: ['王小明'], year: '2024' },
  ),
  row(
    'kites',
    'CNNs that Recognise Kites in Cluttered Skies',
    'Kites are mistaken for birds. Convolutional networks (CNNs) tell them apart by their strings, and the code is public.',
    {
      authors: ['Grace Hopper'],
      year: '2024',
      venue: 'KITES',
      digests: ['2023-02-01-otters', '2024-05-01-kites'],
    },
  ),
  row(
    'moss',
    'Classifying Mosses by the Colour of Their Capsules',
    'Capsule colour separates mosses that look alike. A field guide on the phone names forty species from one photograph.',
  ),
];

export const corpus = new Corpus(papers);
