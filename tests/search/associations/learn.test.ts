import { describe, expect, test } from 'vitest';
import { pick, random } from '../../../scripts/bench/random.ts';
import { writeParts } from '../../../src/search/part-addresses.ts';
import { associatedWords } from '../../../src/search/associations/associated.ts';
import { learnAssociations } from '../../../src/search/associations/learn.ts';
import { packAssociations, readAssociationPlan } from '../../../src/search/associations/pack.ts';

/** Texts about three things: kettle and teapot never meet, but keep the same company. */
function teaTexts(): string[] {
  const next = random(7);
  const subjects = [
    { names: ['kettle', 'teapot'], company: 'steam water boil pour handle spout' },
    { names: ['violin', 'cello'], company: 'string bow music tune orchestra wood' },
    { names: ['glacier', 'iceberg'], company: 'snow cold melt ocean arctic drift' },
  ];
  return Array.from({ length: 600 }, () => {
    const { names, company } = pick(next, subjects) ?? { names: [], company: '' };
    const others = Array.from({ length: 12 }, () => pick(next, company.split(' ')) ?? '');
    return `We present the ${pick(next, names)} with ${others.join(' and ')}. Results show it.`;
  });
}

const learned = learnAssociations(
  teaTexts(),
  [
    ['teapot', 'tureen'],
    ['harp', 'lyre'],
  ],
  {
    random: random(1),
  },
);
const strengths = (stem: string): Map<string, number> =>
  new Map((learned.get(stem) ?? []).map(({ stem: other, strength }) => [other, strength]));

describe('words that go together', () => {
  test.each([
    ['kettl', 'teapot', 'violin'],
    ['cello', 'violin', 'glacier'],
    ['iceberg', 'glacier', 'kettl'],
  ])('%s goes with %s rather than %s', (stem, near, far) => {
    expect(strengths(stem).get(near)).toBeGreaterThan(0.8);
    expect(strengths(stem).get(far) ?? 0).toBeLessThan(0.4);
  });

  test('a synonym that the texts lack leads to what they hold, and never the other way', () => {
    expect(learned.get('tureen')).toEqual([{ stem: 'teapot', strength: 0.5 }]);
    expect(strengths('teapot').has('tureen')).toBe(false);
    expect(learned.has('harp')).toBe(false);
  });

  test('what every abstract says goes with nothing', () => {
    for (const dull of ['present', 'result', 'show', 'and']) {
      expect(learned.has(dull)).toBe(false);
      expect([...learned.keys()].some((stem) => strengths(stem).has(dull))).toBe(false);
    }
  });

  test('the same texts and seed give the same table', () => {
    const again = learnAssociations(teaTexts(), [['teapot', 'tureen']], { random: random(1) });
    expect(again).toEqual(learned);
  });

  test('of too few texts nothing is learned', () => {
    expect(learnAssociations(['kettle and water'], [], { random: random(1) }).size).toBe(0);
  });
});

describe('an archive', () => {
  let names = 0;
  const { plan, parts } = packAssociations(
    new Map(
      Array.from({ length: 900 }, (_, at) => [
        `w${at}x`,
        Array.from({ length: 20 }, (_other, place) => ({
          stem: `w${(at + place + 1) % 900}x`,
          strength: 1 - place / 20,
        })),
      ]),
    ),
    new Set(Array.from({ length: 450 }, (_, at) => `w${at * 2}x`)),
    () => `part${names++}`,
  );
  const loaded: string[] = [];
  const associated = associatedWords(
    () => Promise.resolve(readAssociationPlan(writeParts(plan)) ?? []),
    (name) => {
      loaded.push(name);
      return Promise.resolve(parts.get(name) ?? '');
    },
  );

  test('is told of its own words alone, the strongest first', async () => {
    for (const at of [0, 1, 17, 500, 899]) {
      const first = at + 1 + ((at + 1) % 2);
      const wanted = Array.from({ length: 6 }, (_, place) => `w${(first + 2 * place) % 900}x`);
      const found = await associated(`w${at}x`);
      expect(found.map(({ stem }) => stem)).toEqual(wanted);
    }
  });

  test('loads one part a word, once', async () => {
    loaded.length = 0;
    await associated('w250x');
    await associated('w250x');
    expect(loaded.length).toBeLessThanOrEqual(1);
    expect(parts.size).toBeGreaterThan(5);
    for (const text of parts.values()) expect(text.length).toBeLessThan(5500);
  });

  test('knows nothing of other words', async () => {
    for (const word of ['', 'aaa', 'zzz', '茶']) expect(await associated(word)).toEqual([]);
  });
});

test.each([undefined, {}, ['one'], ['a b', 3], ['a b c']])('%j is no plan', (value) => {
  expect(readAssociationPlan(value)).toBeUndefined();
});
