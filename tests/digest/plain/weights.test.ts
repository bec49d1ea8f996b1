import { expect, test } from 'vitest';
import { labelled, type Labelled, type Paper } from '../../../scripts/fit/layouts.ts';
import { accuracy, fitted } from '../../../scripts/fit/perceptron.ts';
import { random } from '../../../scripts/bench/random.ts';
import { fitted as weights } from '../../../src/digest/plain/decoder.ts';
import { featuresOfLine, featuresOfSeam } from '../../../src/digest/plain/observation.ts';
import { preparedPage, readPage } from '../../../src/digest/plain/page.ts';
import data from '../../../src/digest/plain/weights.json' with { type: 'json' };
import { papers } from './papers.ts';

const listed: readonly Paper[] = papers.map((paper) => ({
  ...paper,
  id: paper.arxiv,
  url: `https://arxiv.org/abs/${paper.arxiv}`,
}));

/** Digests of the same papers, in other layouts for another seed. */
function digestsOf(count: number, seed: number): Labelled[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, at) =>
    labelled([...listed.slice(at % 3), ...listed.slice(0, at % 3)], next),
  );
}

test('the weights of the file are those that plain text is read with', () => {
  expect(weights).toEqual(data);
  const lines = ['A Title of Some Words', '', papers[0]?.abstract ?? ''];
  const dear = { ...weights, emission: { ...weights.emission, abstract: { text: 50 } } };
  expect(readPage(lines).path).toEqual(['title', 'abstract']);
  expect(readPage(lines, dear).path).not.toContain('abstract');
});

test('every feature that digests have is weighed somewhere', () => {
  const known = new Set(
    [...Object.values(data.emission), ...Object.values(data.seam)].flatMap(Object.keys),
  );
  const seen = digestsOf(60, 7).flatMap(({ lines: raw }) => {
    const { lines, layout } = preparedPage(raw);
    return lines.flatMap((_, index) => [
      ...featuresOfLine(lines, index),
      ...featuresOfSeam(lines, layout, index, 1).flatMap(([, features]) => features),
    ]);
  });
  // Of lengths and of moves that cost nothing, the file says nothing.
  const free = /^(?:length|ended|open|short|full)\b/;
  const unknown = new Set(seen.map(([name]) => name).filter((name) => !known.has(name)));
  expect([...unknown].filter((name) => !free.test(name))).toEqual([]);
});

test('a fit mends weights that were spoilt, the same every time', () => {
  const { title, abstract } = data.emission;
  const spoilt = {
    ...weights,
    emission: {
      ...weights.emission,
      title: { ...title, prose: 0 },
      abstract: { ...abstract, names: 0 },
    },
  };
  const held = digestsOf(30, 3);
  const found = fitted(spoilt, digestsOf(80, 2), 0.05, 2, 2);
  expect(fitted(spoilt, digestsOf(80, 2), 0.05, 2, 2)).toEqual(found);
  expect(accuracy(held, found).papers).toBeGreaterThan(accuracy(held, spoilt).papers);
});
