import { describe, expect, it } from 'vitest';
import { redirectTarget, retryAfter } from '../../src/net/client.ts';

describe('retryAfter', () => {
  const now = Date.parse('2026-04-12T22:00:00Z');
  it.each([
    [null, undefined],
    ['120', 120_000],
    ['Sun, 12 Apr 2026 22:00:30 GMT', 30_000],
    ['Sun, 12 Apr 2026 21:00:00 GMT', 0],
    ['later', undefined],
  ])('%s: %s', (header, wait) => expect(retryAfter(header, now)).toBe(wait));
});

describe('redirectTarget', () => {
  it.each([
    ['/b?c', 'https://arxiv.example/b?c'],
    ['https://arxiv.example/b', 'https://arxiv.example/b'],
    ['http://arxiv.example/b', undefined],
    ['https://papers.example/b', undefined],
    ['//papers.example/b', undefined],
    ['https://arxiv.example:8443/b', undefined],
    ['https://arxiv.example@papers.example/b', undefined],
    ['file:///etc/passwd', undefined],
    [null, undefined],
  ])('%j', (location, target) => {
    const from =
      target === undefined && location === null
        ? 'http://arxiv.example/a'
        : 'https://arxiv.example/a';
    expect(redirectTarget(location, from)).toBe(target);
  });
});
