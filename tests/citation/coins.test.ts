import { expect, test } from 'vitest';
import { contextObject } from '../../src/citation/coins.ts';

const listed = {
  title: 'R&D = 100%',
  authors: ['Ada Lovelace', 'Wei Li'],
  url: 'https://a.example/?b=c&d',
};

test('a paper without a DOI is told whole', () => {
  const fields = new URLSearchParams(contextObject(listed));
  expect([...fields]).toEqual([
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:journal'],
    ['rft.genre', 'article'],
    ['rft.atitle', 'R&D = 100%'],
    ['rft.au', 'Ada Lovelace'],
    ['rft.au', 'Wei Li'],
    ['rft_id', 'https://a.example/?b=c&d'],
  ]);
});

test('one with a DOI is looked up by it', () => {
  const fields = new URLSearchParams(
    contextObject({ ...listed, doi: '10.48550/arXiv.2409.11321' }),
  );
  expect(fields.getAll('rft_id')).toEqual([
    'info:doi/10.48550/arXiv.2409.11321',
    'https://a.example/?b=c&d',
  ]);
  expect(fields.has('rft.au')).toBe(false);
});
