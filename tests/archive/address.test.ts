import { expect, test } from 'vitest';
import { absoluteAddress, robots, siteFallback } from '../../src/archive/address.ts';
import { withBase } from '../../src/base.ts';

test.each<[URL | undefined, string]>([
  [new URL('https://example.org'), 'https://example.org'],
  [undefined, siteFallback],
])('addresses at %s', (site, origin) => {
  expect(absoluteAddress(site)('papers/a/')).toBe(origin + withBase('papers/a/'));
});

test('robots.txt names the sitemap only when there is an address for it', () => {
  expect(robots(undefined)).toBe('User-agent: *\nAllow: /\n');
  expect(robots('https://example.org/repo/sitemap-index.xml')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://example.org/repo/sitemap-index.xml\n',
  );
});
