/** A small invented archive with something for every kind of query. */
import { Corpus, type BenchPaper } from '../../scripts/bench/search/corpus.ts';

const row = (id: string, title: string, abstract: string): BenchPaper => ({ id, title, abstract });

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
    'moss',
    'Classifying Mosses by the Colour of Their Capsules',
    'Capsule colour separates mosses that look alike. A field guide on the phone names forty species from one photograph.',
  ),
];

export const corpus = new Corpus(papers);
