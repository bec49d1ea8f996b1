import { describe, expect, it } from 'vitest';
import { headHtml } from '../../src/site/head.ts';
import { hashOf, isNamed, otherHost, policyOf, purposesOf } from '../../src/site/hosts.ts';
import { menuLinks } from '../../src/site/menu.ts';
import { siteSchema } from '../../src/site/schema.ts';

const { head } = siteSchema.parse({
  head: [
    { tag: 'meta', attributes: { name: 'verify', content: '"<&' }, why: 'shows whose site it is' },
    {
      tag: 'link',
      attributes: { rel: 'stylesheet', href: 'https://fonts.example/a.css' },
      hosts: ['https://fonts.example'],
      why: 'another face',
    },
    {
      tag: 'script',
      attributes: { src: '/own.js', defer: true },
      hosts: ['https://*.stats.example', 'https://fonts.example'],
      why: 'counts visits',
    },
    { tag: 'script', content: 'a < b', why: 'nothing' },
  ],
});

it('tags are written with their attributes as text, and the base path', () => {
  expect(headHtml(head, (path) => `/repo${path}`)).toBe(
    '<meta name="verify" content="&quot;&lt;&amp;">' +
      '<link rel="stylesheet" href="https://fonts.example/a.css">' +
      '<script src="/repo/own.js" defer></script><script>a < b</script>',
  );
});

describe('the policy', () => {
  it('lets scripts come from the hosts of scripts alone, and the inline ones that it knows', () => {
    expect(policyOf({ head }, [hashOf('own')])).toBe(
      "default-src 'self' https://fonts.example https://*.stats.example;base-uri 'none';" +
        "script-src 'self' 'wasm-unsafe-eval' https://*.stats.example https://fonts.example " +
        // printf own | openssl dgst -sha256 -binary | base64; then 'a < b'
        "'sha256-Wzl1ZRw8q5LQRMCW3DChwtlSVJdFdHLeSMUeyzY9H0o=' 'sha256-7+Hlx2Vr8LqQcasoFPqn2AmTTgoMPYgL6CInd4G5SiI='",
    );
    expect(policyOf({ head: head.slice(1, 2) }, [])).toContain(
      "script-src 'self' 'wasm-unsafe-eval'",
    );
  });

  it('without tags lets nothing come from elsewhere', () => {
    expect(policyOf({ head: [] }, [])).toBe(
      "default-src 'self';base-uri 'none';script-src 'self' 'wasm-unsafe-eval'",
    );
  });
});

it('readers are told of tags that ask other hosts', () => {
  expect(purposesOf({ head }).map(({ why }) => why)).toEqual(['another face', 'counts visits']);
});

it.each([
  ['https://a.example', ['https://a.example'], true],
  ['https://a.example:444', ['https://a.example'], false],
  ['http://a.example', ['https://a.example'], false],
  ['https://x.a.example', ['https://*.a.example'], true],
  ['https://a.example', ['https://*.a.example'], false],
  ['https://evila.example', ['https://*.a.example'], false],
  ['http://x.a.example', ['https://*.a.example'], false],
])('%s among %j: %s', (origin, hosts, named) => {
  expect(isNamed(origin, hosts)).toBe(named);
});

it.each([
  ['/a.js', undefined],
  ['a.js', undefined],
  ['#a', undefined],
  ['data:text/css,a', undefined],
  ['//a.example/x', 'https://a.example'],
  ['https://a.example:8443/x?y', 'https://a.example:8443'],
])('%s asks %s', (address, host) => {
  expect(otherHost(address)).toBe(host);
});

it('the menu leads where its owner says, and not to authors that nobody knows', () => {
  const { menu } = siteSchema.parse({
    menu: [
      { page: 'authors' },
      { page: 'papers', label: 'Reading' },
      { link: '/cv.pdf', label: 'CV' },
    ],
  });
  const papers = { page: 'papers', label: 'Reading', address: 'papers/' };
  const cv = { label: 'CV', address: 'cv.pdf' };
  expect(menuLinks(menu, { authors: false, topics: true })).toEqual([papers, cv]);
  expect(menuLinks(menu, { authors: true, topics: true })).toEqual([
    { page: 'authors', label: 'Authors', address: 'authors/' },
    papers,
    cv,
  ]);
});
