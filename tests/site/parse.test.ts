import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.ts';
import { parseSite } from '../../src/site/parse.ts';

const named = {
  pages: ['colophon'],
  isServed: (path: string) => path.endsWith('.svg'),
  topicsOf: () => ['bandits', 'vision'],
};
const read = (text: string) => parseSite('archive/site.yaml', text, named);
const told = (text: string): string[] =>
  read(text).problems.map(({ code, where, what }) => `${formatPlace(where)} ${code} ${what}`);

it('has a default for everything', () => {
  const { site, problems } = read('');
  expect(problems).toEqual([]);
  expect(site).toEqual(read('# nothing\n').site);
  expect(site).toMatchObject({
    title: 'Offprint',
    keeper: {},
    language: 'en',
    repository: { branch: 'main' },
    menu: ['papers', 'topics', 'digests', 'map', 'authors', 'about'].map((page) => ({ page })),
    pageSize: 50,
    colours: { accent: { light: '#9c2b1b', dark: '#f0937f' } },
    favicon: 'favicon.svg',
    feeds: { which: ['atom', 'json', 'topics', 'authors', 'digests'], items: 50, text: 'full' },
    offline: { keep: 'auto', limit: 10 },
    head: [],
  });
});

it('reads what an owner says', () => {
  const { site, problems } = read(`\ufefftitle: Rivers
language: en-GB
menu: [{ page: colophon, label: Us }, { link: /cv.pdf, label: CV }]
colours: { accent: DarkRed, ground: { light: 'hsl(0, 0%, 100%)', dark: black } }
logo: river.svg
head:
  - tag: script
    attributes: { src: https://a.stats.example/x.js, async: true }
    hosts: [https://*.stats.example]
    why: counts visits
`);
  expect(problems.map(({ code }) => code)).toEqual(['settings/contrast', 'settings/contrast']);
  expect(site).toMatchObject({
    title: 'Rivers',
    menu: [
      { page: 'colophon', label: 'Us' },
      { link: '/cv.pdf', label: 'CV' },
    ],
    colours: {
      accent: { light: '#8b0000', dark: '#8b0000' },
      ground: { light: '#ffffff', dark: '#000000' },
      ink: { light: '#1b1d20', dark: '#e6e3dd' },
    },
    head: [{ attributes: { async: true } }],
  });
});

describe('says what is wrong, and where', () => {
  const tag = (rest: string): string => `head:\n  - { tag: script, why: x, ${rest} }\n`;
  it.each([
    [
      'topics: { sets: [machine-lerning] }',
      '1:18',
      '`topics → sets 1`',
      'it must be one of machine-learning (did you mean "machine-learning"?)',
    ],
    [
      'topics: { sets: [machine-learning], without: [bandit] }',
      '1:47',
      '`topics → without 1`',
      'no set has a topic "bandit" (did you mean "bandits"?)',
    ],
    [
      'topics: { without: [bandits] }',
      '1:21',
      '`topics → without 1`',
      'no set has a topic "bandits"',
    ],
    ['titel: Rivers', '1:1', '`titel`', 'there is no field "titel" (did you mean "title"?)'],
    ['keeper: { nam: Ada }', '1:11', '`keeper → nam`', '(did you mean "name"?)'],
    ['colours: { accnt: red }', '1:12', '`colours → accnt`', '(did you mean "accent"?)'],
    ['colours: { accent: { lihgt: red, dark: red } }', '1:22', 'accent → lihgt', '"light"?'],
    ['title: [a', '1:', '`the file`', 'not valid YAML'],
    ['title: a\ntitle: b', '2:1', '`the file`', 'not valid YAML'],
    ['- title', '1:1', '`the file`', 'it must be a map of fields'],
    ['title: 7', '1:8', '`title`', 'it must be text'],
    ['title: *star', '1:8', '`the file`', 'in quotes: "*star"'],
    ['pageSize: 0', '1:11', '`pageSize`', 'it must be 1 at least'],
    ['pageSize: many', '1:11', '`pageSize`', 'it must be a whole number'],
    ['language: english!', '1:11', '`language`', 'it must be a language tag'],
    ['keeper: { url: rivers.example }', '1:16', '`keeper → url`', 'begins with https://'],
    ['keeper: { url: "javascript:alert(1)" }', '1:16', '`keeper → url`', 'begins with https://'],
    ['menu: [{ page: paper }]', '1:16', '`menu 1 → page`', '(did you mean "papers"?)'],
    ['menu: [{ label: x }]', '1:8', '`menu 1`', 'it must have one of `page` and `link`'],
    ['menu: [{ link: /a }]', '1:8', '`menu 1`', 'a `link` needs a `label`'],
    ['menu: [{ link: "javascript:x", label: x }]', '1:16', 'menu 1 → link', 'https://, or with /'],
    ['menu: [papers]', '1:8', '`menu 1`', 'it must be a map with `page`'],
    [
      'colours: { accent: #9c2b1b\n}',
      '1:20',
      '`colours → accent`',
      'in quotes if it begins with #',
    ],
    ['colours: { accent: "#12" }', '1:20', '`colours → accent`', 'an opaque CSS colour'],
    ['colours: { accent: "red;}*{x:y" }', '1:20', '`colours → accent`', 'an opaque CSS colour'],
    ['colours: { accent: "rgba(0, 0, 0, 0.5)" }', '1:20', 'accent', 'an opaque CSS colour'],
    ['logo: river.png', '1:7', '`logo`', 'there is no file public/river.png'],
    ['logo: ../site.yaml', '1:7', '`logo`', 'it must be a path below the folder'],
    ['favicon: x.ico', '1:10', '`favicon`', 'there is no file public/x.ico'],
    ['feeds: { which: [rss] }', '1:18', '`feeds → which 1`', 'it must be atom, json'],
    ['offline: { keep: some }', '1:18', '`offline → keep`', 'it must be auto, all'],
    [tag('attributes: { src: //a.example/x.js }'), '2:47', 'src', 'https://a.example is not among'],
    [
      tag('attributes: { src: https://a.example.evil/ }, hosts: [https://a.example]'),
      '2:',
      'src',
      'is not among',
    ],
    [tag('attributes: { onload: x }'), '2:', 'attributes', 'an attribute has a lower-case name'],
    [tag('hosts: ["https://a.example; script-src *"]'), '2:', 'hosts 1', 'it must be a host'],
    [tag('hosts: ["https://a.example/x"]'), '2:', 'hosts 1', 'it must be a host'],
    [tag('hosts: ["*"]'), '2:', 'hosts 1', 'it must be a host'],
    [tag('content: "</script><b>"'), '2:', 'content', 'it must not hold'],
    ['head: [{ tag: link, why: x, content: y }]', '1:', 'content', 'only a script has text'],
    ['head: [{ tag: iframe, why: x }]', '1:15', 'tag', 'it must be script, link or meta'],
    [
      'head: [{ tag: meta, why: x, attributes: { http-equiv: refresh } }]',
      '1:',
      'attributes',
      'http-equiv',
    ],
    ['<<<<<<< HEAD\ntitle: a', '1:1', 'Two versions', 'never merged'],
  ])('%s', (text, place, field, why) => {
    expect(read(text).site).toBeUndefined();
    const all = told(text).join('\n');
    expect(all).toContain(`archive/site.yaml:${place}`);
    expect(all).toContain(field);
    expect(all).toContain(why);
  });
});

it('warns of colours that are hard to read', () => {
  expect(told('colours:\n  link: { light: "#888", dark: "#9fc6e4" }\n')).toEqual([
    'archive/site.yaml:2:18 settings/contrast Text in the colour `link` is hard to read on `ground` on light pages: the contrast is 3.5, and WCAG 2.2 asks for at least 4.5.',
    'archive/site.yaml:2:18 settings/contrast Text in the colour `link` is hard to read on `cover` on light pages: the contrast is 2.8, and WCAG 2.2 asks for at least 4.5.',
  ]);
});

it('tells of a language that the interface does not have', () => {
  const { site, problems } = read('title: Fleuves\nlanguage: fr-CA\n');
  expect(site).toMatchObject({ language: 'fr-CA' });
  expect(problems).toMatchObject([{ code: 'settings/language', where: { line: 2 } }]);
  expect(read('language: de-AT\n').problems).toEqual([]);
});
