import { expect, it } from 'vitest';
import { menuLinks } from '../../src/site/menu.ts';
import { siteSchema } from '../../src/site/schema.ts';

const pages = [
  { id: 'faq', title: 'Questions' },
  { id: 'group', title: 'The group', menu: { label: 'Group', order: 2 } },
  { id: 'talks', title: 'Talks', menu: {} },
];

it.each([
  ['those that ask for it, at their places', {}, 'Papers Group Topics Digests Map About Talks'],
  [
    'one that the settings name, where they say',
    { menu: [{ page: 'talks' }, { page: 'about' }] },
    'Talks Group About',
  ],
  [
    'one that asks for nothing, if the settings name it',
    { menu: [{ page: 'faq' }] },
    'Questions Group Talks',
  ],
])('the menu leads to pages of the owner’s own: %s', (_, settings, labels) => {
  const links = menuLinks(siteSchema.parse(settings).menu, { authors: false, topics: true, pages });
  expect(links.map(({ label }) => label).join(' ')).toBe(labels);
  expect(links.find(({ page }) => page === 'talks')?.address ?? 'talks/').toBe('talks/');
});

it.each([
  [{ authors: false, topics: false }, 'Papers Digests Map About'],
  [{ authors: true, topics: true }, 'Papers Topics Digests Map Authors About'],
])('the menu leads to no page that is not there: %j', (has, labels) => {
  const links = menuLinks(siteSchema.parse({}).menu, has);
  expect(links.map(({ label }) => label).join(' ')).toBe(labels);
});
