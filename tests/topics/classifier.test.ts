import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignTopics, compileTopics } from '../../src/topics/classifier.ts';
import { topic } from './rules.ts';

const birds = topic(
  'birds',
  `context: [marsh]
terms:
  - { term: owl, weight: key }
  - { term: night heron, weight: strong }
  - heron
  - { term: feather*, weight: weak }
  - { term: wing, weight: weak }
  - { term: beak, weight: weak }
  - { term: reed, weight: strong, context: with }
  - { term: nest, weight: key, where: title, context: without }
  - { term: nest, where: abstract }
exclude:
  - { term: poultry, weight: strong }
  - { term: badminton, weight: veto }
ignore: [owl monkey]`,
);
const classifier = compileTopics([birds]);

function score(title: string, text = ''): number | undefined {
  return classifier.classify({ title, text })[0]?.score;
}

describe('points', () => {
  it.each<[string, string, number | undefined]>([
    ['Owls', '', 10],
    ['Of owls', 'An owl.', 15],
    ['A study', 'An owl.', undefined],
    ['A study', 'An owl. Another owl.', 7.5],
    ['A study', 'An owl and a heron.', 7],
    ['A study', 'An owl, feathers and wings.', 7],
    ['A study', 'An owl, feathers, wings and beaks.', 7],
    ['Night herons', '', undefined],
    ['Night herons', 'Their feathers.', 7],
    ['Feathers, wings and beaks', 'Feathers, wings, beaks, feathers, wings, beaks.', undefined],
    ['A study', 'Animals such as the owl and the heron, in winter.', undefined],
    ['A study', 'Animals (e.g., owls) and herons. Owls.', 8.25],
    ['Owl monkeys', 'The owl monkey is no owl.', undefined],
    ['Owls', 'Poultry.', 7],
    ['Owls', 'Poultry and more poultry.', undefined],
    ['Owls', 'Badminton.', undefined],
    ['Reeds', 'Feathers.', undefined],
    ['Reeds', 'Feathers in the marsh.', 7],
    ['Nests', '', 10],
    ['Nests', 'In the marsh.', undefined],
    ['Nests', 'A nest.', 12],
    ['Great owls (owl)', 'An owl (heron).', 15],
    ['', '', undefined],
  ])('%j, %j', (title, text, points) => {
    expect(score(title, text)).toBe(points);
  });
});

it('names the terms as the file has them, best first, each once', () => {
  expect(
    classifier.classify({ title: 'Nests of Owls', text: 'A nest. Feathered herons. A heron.' }),
  ).toEqual([
    {
      topic: 'birds',
      byHand: false,
      score: 26,
      terms: [
        { term: 'nest', where: 'title', words: 'nests' },
        { term: 'owl', where: 'title', words: 'owls' },
        { term: 'heron', where: 'abstract', words: 'herons' },
        { term: 'feather*', where: 'abstract', words: 'feathered' },
      ],
    },
  ]);
});

it('names no more than six terms', () => {
  const many = topic('letters', 'terms: [aa, bb, cc, dd, ee, ff, gg]');
  const [match] = compileTopics([many]).classify({ title: '', text: 'aa bb cc dd ee ff gg' });
  expect(match?.terms).toHaveLength(6);
});

it('takes the weightier of two terms at one place', () => {
  const rules = topic('x', "terms: [{ term: 'owl*', weight: key }, owl]");
  expect(compileTopics([rules]).classify({ title: 'Owls', text: '' })[0]?.score).toBe(10);
});

it('heeds a threshold', () => {
  const rules = topic('x', 'threshold: 2\nterms: [owl]');
  expect(compileTopics([rules]).classify({ title: '', text: 'An owl.' })).toHaveLength(1);
});

describe('a biology archive', () => {
  const biology = compileTopics([
    topic(
      'gene-editing',
      `terms:
  - { term: CRISPR, weight: key }
  - { term: gene editing, weight: key }
  - { term: guide RNA, weight: strong }
  - { term: base editor, weight: strong }
ignore: [CRISPR array]`,
    ),
    topic(
      'microbiome',
      `terms:
  - { term: microbi*, weight: strong }
  - { term: gut flora, weight: key }
  - { term: 16S rRNA, weight: strong }
  - { term: probiotic, weight: normal }`,
    ),
    topic('ecology', 'terms: [{ term: population dynamics, weight: key }, predator, prey]'),
  ]);

  it.each([
    ['Base editors with short guide RNAs', 'We shorten the guide-RNA.', ['gene-editing']],
    ['CRISPR in gut bacteria', 'Microbial genes; the microbiome; gene-editing.', ['gene-editing']],
    ['Gut flora after CRISPR therapy', 'Microbiota changed.', ['microbiome', 'gene-editing']],
    ['Predators', 'Predator and prey; population dynamics.', ['ecology']],
    ['CRISPR arrays', 'An array.', []],
    ['A new telescope', 'Stars such as the sun.', []],
  ])('%j', (title, text, topics) => {
    expect(biology.classify({ title, text }).map((match) => match.topic)).toEqual(topics);
  });
});

describe('topics by hand', () => {
  const paper = { title: 'Owls', text: '' };
  it('replace the rules', () => {
    expect(assignTopics(classifier, paper, ['fish', 'moss', 'fish'])).toEqual([
      { topic: 'fish', byHand: true, score: 0, terms: [] },
      { topic: 'moss', byHand: true, score: 0, terms: [] },
    ]);
    expect(assignTopics(classifier, paper, [])).toEqual([]);
  });
  it('are otherwise the rules', () => {
    expect(assignTopics(classifier, paper).map((match) => match.topic)).toEqual(['birds']);
  });
});

const plain = fc.constantFrom('stone', 'cloud', 'River', 'and', 'old', 'salt', 'Moon', 'ice-cold');
const telling = fc.constantFrom(
  'owl',
  'night heron',
  'heron',
  'feathers',
  'reeds',
  'marsh',
  'nest',
);
const sentence = fc.array(plain, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const mixed = fc
  .array(fc.oneof(plain, telling), { maxLength: 20 })
  .map((words) => `${words.join(' ')}.`);

it('does not change its mind for text without any term', () => {
  fc.assert(
    fc.property(mixed, mixed, sentence, fc.boolean(), (title, text, more, before) => {
      const longer = before ? `${more}.\n\n${text}` : `${text}\n\n${more}.`;
      expect(classifier.classify({ title, text: longer })).toEqual(
        classifier.classify({ title, text }),
      );
    }),
  );
});

it('takes any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, text) => {
      for (const match of classifier.classify({ title, text }))
        expect(match.score).toBeGreaterThanOrEqual(birds.threshold);
    }),
  );
});

describe('near', () => {
  it.each<[string, string, string[]]>([
    ['A study', 'An owl.', ['owl']],
    ['Night herons', '', ['night heron']],
    ['Owls', '', []],
    ['A study', 'Of wings.', []],
    ['Owls and badminton', '', []],
    ['Rivers', 'They run.', []],
  ])('%s, %s', (title, text, terms) => {
    const found = classifier.near({ title, text }).flatMap((match) => match.terms);
    expect(found.map(({ term }) => term)).toEqual(terms);
  });
});

it('says what matched in the paper’s own words', () => {
  const rules = topic(
    'x',
    "terms: [{ term: '*bench', weight: key }, { term: jailbreak*, weight: key }, owl]",
  );
  const [match] = compileTopics([rules]).classify({
    title: 'OwlBench: an owl for self-jailbreaking models',
    text: 'Jailbreaking owls.',
  });
  expect(match?.terms.map(({ term, words }) => [term, words])).toEqual([
    ['jailbreak*', 'jailbreaking'],
    ['*bench', 'OwlBench'],
    ['owl', undefined],
  ]);
});

describe('further topics', () => {
  const terms = (...names: string[]) =>
    `terms: [${names.map((n) => `{ term: ${n}, weight: key }`).join()}]`;
  const topics = [
    topic('birds', terms('owl', 'heron', 'feather', 'wing')),
    { ...topic('owls', terms('night flight', 'snowy')), family: 'birds' },
    topic(
      'weather',
      `terms: [{ term: rain, weight: strong }, { term: snow, weight: strong }, { term: fog, weight: weak }]`,
    ),
  ];
  const several = compileTopics(topics);
  it.each<[string, string, string[]]>([
    // Seven points are enough alone, and too few beside another.
    ['A study', 'Rain, snow and fog.', ['weather']],
    ['Owls', 'Rain, snow and fog.', ['birds']],
    ['Owls', 'Rain, snow, rain and snow.', ['birds', 'weather']],
    // Nine points are little beside a paper's fifty, but for a part of its family.
    [
      'Owls, herons, feathers',
      'Owls, herons, feathers and wings. Rain, snow, rain and snow.',
      ['birds'],
    ],
    [
      'Owls, herons, feathers',
      'Owls, herons, feathers and wings. Snowy; night flight.',
      ['birds', 'owls'],
    ],
  ])('%j, %j', (title, text, found) => {
    expect(several.classify({ title, text }).map(({ topic: id }) => id)).toEqual(found);
  });
});
