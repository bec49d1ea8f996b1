import { expect, test } from 'vitest';
import { bibtex as cite } from '../../src/citation/bibtex.ts';
import { workOf } from '../../src/citation/paper-work.ts';
import { escapeDoi } from '../../src/citation/latex.ts';
import { doiAddress } from '../../src/archive/identifiers.ts';
import { bibtex } from '../../src/digest/formats/bibtex.ts';
import { parseDigest } from '../../src/digest/parse.ts';
import { normaliseDoi } from '../../src/digest/identity.ts';
import { withoutTexEscapes } from '../../src/digest/tex-escapes.ts';
import { IdentityIndex } from '../../src/entries/identity.ts';
import { paper } from '../archive/paper.ts';

test.each([
  [String.raw`10.1007/978-3-000-24574-4\_28`, '10.1007/978-3-000-24574-4_28'],
  [String.raw`10.1007/978-3-000-24574-4{\_}28`, '10.1007/978-3-000-24574-4_28'],
  [String.raw`10.1007/978-3-000-24574-4\textunderscore{}28`, '10.1007/978-3-000-24574-4_28'],
  [String.raw`{10.1000/a\%b\&c\#d}`, '10.1000/a%b&c#d'],
  [
    String.raw`10.1002/(sici)1(199806)49:8$<$693::aid$>$3.0.co;2-o`,
    '10.1002/(sici)1(199806)49:8<693::aid>3.0.co;2-o',
  ],
  [String.raw`https://pond.example/\~{}ada/a\_b?x=1\&y=2`, 'https://pond.example/~ada/a_b?x=1&y=2'],
  [String.raw`\url{https://pond.example/a\_b}`, 'https://pond.example/a_b'],
  ['10.1000/plain_one', '10.1000/plain_one'],
])('%s is %s', (written, meant) => {
  expect(withoutTexEscapes(written)).toBe(meant);
});

const entry = (fields: string): string =>
  `@inproceedings{x, title={Ponds-Net}, author={Frog, Ada}, year={2015}, ${fields}}\n`;

test('a bibliography gives DOI and addresses without their escapes', () => {
  const text = entry(
    String.raw`doi={10.1007/978-3-000-24574-4\_28}, url={https://pond.example/ponds\_net\#top}`,
  );
  const [found] = bibtex.parse({ file: 'a.bib', text }).papers;
  expect(found?.facts).toMatchObject({
    doi: '10.1007/978-3-000-24574-4_28',
    links: [{ url: 'https://pond.example/ponds_net#top' }],
  });
  const other = parseDigest({
    file: 'a.ris',
    text: 'TY  - CONF\nTI  - Ponds-Net\nDO  - 10.1007/978-3-000-24574-4\\_28\nER  - \n',
  });
  expect(other.papers[0]?.facts.doi).toBe('10.1007/978-3-000-24574-4_28');
});

test('an address of DBLP leads to the DOI', () => {
  const text = entry(String.raw`url={https://doi.org/10.1007/978-3-000-24574-4\_28}`);
  expect(bibtex.parse({ file: 'a.bib', text }).papers[0]?.facts.doi).toBe(
    '10.1007/978-3-000-24574-4_28',
  );
});

test('an entry that kept the escape is still the same paper', () => {
  const index = new IdentityIndex();
  index.add('ponds-net', { title: 'PondsNet', doi: String.raw`10.1007/1\_28` });
  expect(index.find({ title: 'Another title', doi: '10.1007/1_28' })).toEqual({
    id: 'ponds-net',
    key: 'DOI',
  });
});

test('a DOI is exported unencoded, escaped but for underscores, and read back equal', () => {
  const doi = '10.1002/(sici)1_2%3&4#5<6>7;2-o';
  expect(escapeDoi(doi)).toBe(String.raw`10.1002/(sici)1_2\%3\&4\#5<6>7;2-o`);
  expect(withoutTexEscapes(escapeDoi(doi))).toBe(doi);
  const plain = '10.1007/978-3-000-24574-4_28';
  const exported = cite(workOf(paper({ doi: plain }), { key: 'k' }));
  expect(exported).toContain(`doi = {${plain}}`);
  expect(exported).toContain(`url = {${doiAddress(plain)}}`);
  expect(normaliseDoi(doiAddress(plain))).toBe(plain);
});
