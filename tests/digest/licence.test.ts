import { expect, it } from 'vitest';
import { licenceIn, licenceName } from '../../src/digest/licence.ts';

const entry = '<entry><title>A</title><rights>All ours</rights></entry>';

it.each([
  ['Atom', `<feed><rights>CC BY 4.0</rights>${entry}</feed>`, 'CC BY 4.0'],
  ['Atom, of a paper alone', `<feed><title>T</title>${entry}</feed>`, undefined],
  [
    'Atom, a link',
    `<feed><link rel="license" href="https://l.example/1"/>${entry}</feed>`,
    'https://l.example/1',
  ],
  [
    'RSS',
    '<rss><channel><copyright>2024 The Bell Society &amp; Co</copyright><item/></channel></rss>',
    '2024 The Bell Society & Co',
  ],
  [
    'RSS 1.0',
    '<rdf:RDF><channel><dc:rights>Bells Ltd</dc:rights></channel></rdf:RDF>',
    'Bells Ltd',
  ],
  [
    'Creative Commons',
    '<rss><channel><creativeCommons:license>http://creativecommons.org/licenses/by/4.0/</creativeCommons:license></channel></rss>',
    'http://creativecommons.org/licenses/by/4.0/',
  ],
  [
    'a resource',
    '<rdf:RDF><cc:license rdf:resource="http://creativecommons.org/publicdomain/zero/1.0/"/></rdf:RDF>',
    'http://creativecommons.org/publicdomain/zero/1.0/',
  ],
  [
    'CDATA',
    '<rss><channel><copyright><![CDATA[© Bells <b>Ltd</b>]]></copyright></channel></rss>',
    '© Bells Ltd',
  ],
  [
    'a page',
    "<!doctype html><html><p>Under <a rel='noopener license' href='https://l.example/2'>this</a></html>",
    'https://l.example/2',
  ],
  ['a page without', '<html><a href="https://l.example/license">x</a></html>', undefined],
  ['JSON', '{"license": "CC0", "items": []}', 'CC0'],
  ['JSON of a list', '[{"license": "CC0"}]', undefined],
  ['half of JSON', '{"license": "CC0"', undefined],
  ['an address of a person', '<feed><rights>Ada, ada@bells.example</rights></feed>', 'Ada, …'],
  ['plain text', 'A Paper\n\nLicense: CC BY', undefined],
])('%s', (_, text, licence) => {
  expect(licenceIn(text)).toBe(licence);
});

it('calls known licences by their names', () => {
  expect(licenceName('http://creativecommons.org/licenses/by-nc-sa/4.0/legalcode')).toEqual({
    label: 'CC BY-NC-SA 4.0',
    url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/legalcode',
  });
  expect(licenceName('https://creativecommons.org/publicdomain/zero/1.0/').label).toBe('CC0 1.0');
  expect(licenceName('https://creativecommons.org.evil.example/licenses/by/4.0/')).toEqual({
    label: 'https://creativecommons.org.evil.example/licenses/by/4.0/',
  });
  expect(licenceName('javascript:alert(1)')).toEqual({ label: 'javascript:alert(1)' });
});
