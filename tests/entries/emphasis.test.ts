import { expect, test } from 'vitest';
import { parseDigest } from '../../src/digest/parse.ts';
import { mergeCapturings } from '../../src/entries/merge.ts';
import { renderAbstract } from '../../src/text/render.ts';

/** The entry of the first paper of a digest. */
function entryOf(
  file: string,
  text: string,
  format?: string,
): { title: string; body: string; text: string } {
  const [paper] = parseDigest({ file, text }, { format }).papers;
  if (!paper) throw new Error('no paper was found');
  const { data, body } = mergeCapturings([{ digest: 'pond', paper }]);
  return { title: data.title, body, text: renderAbstract(body).text };
}

const abstract = 'The *tree* frog is **not** a toad; 3 \\* 4 and \\*stars\\* stay';
const shown = 'The tree frog is not a toad; 3 * 4 and *stars* stay';

const headed = (text: string): string =>
  `# Papers\n\n## [Frogs of a *small* Pond](https://arxiv.org/abs/2401.00001)\n\n**Authors:** Ann Lee, Bo Chen\n\n**Abstract:** ${text}\n\n## [Newts](https://arxiv.org/abs/2401.00002)\n\n**Authors:** Ann Lee\n\n**Abstract:** They swim in every lake of the country.\n`;

const item = (content: string): string =>
  `<rss version="2.0"><channel><title>J</title><item><title>Frogs of a &lt;i&gt;small&lt;/i&gt; Pond</title><link>https://pond.example/1</link>${content}</item></channel></rss>`;

const html = 'The <em>tree</em> frog is <b>not</b> a toad; 3 * 4 and *stars* stay';
const quoted = html.replaceAll('<', '&lt;');

test.each([
  ['a.md', headed('The _tree_ frog is __not__ a toad; 3 * 4 and \\*stars\\* stay')],
  [
    'b.md',
    `# Awesome frogs\n\n- **[Frogs of a small Pond](https://arxiv.org/abs/2401.00001)** (ICLR 2024) - The *tree* frog is **not** a toad; 3 * 4 and \\*stars\\* stay\n- **[Newts in a Pond](https://arxiv.org/abs/2401.00002)** (ICLR 2024) - A note.\n`,
  ],
  [
    'c.md',
    '# Papers\n\n| Title | Summary | Link |\n|---|---|---|\n| Frogs of a small Pond | The *tree* frog is **not** a toad; 3 * 4 and \\*stars\\* stay | [arXiv](https://arxiv.org/abs/2401.00001) |\n| Newts in a Pond | None | [arXiv](https://arxiv.org/abs/2401.00002) |\n',
  ],
  ['d.xml', item(`<description>&lt;p>${quoted}&lt;/p></description>`)],
  [
    'e.xml',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>J</title><entry><title>Frogs of a small Pond</title><id>x</id><link href="https://pond.example/1"/><content type="xhtml"><div><p>${html}</p></div></content></entry></feed>`,
  ],
  ['f.json', JSON.stringify([{ title: 'Frogs of a <i>small</i> Pond', abstract: html }])],
  [
    'g.json',
    JSON.stringify([
      {
        title: 'Frogs of a small Pond',
        abstract: `<jats:p>${html.replaceAll(/(<\/?)(?:em)>/g, '$1jats:italic>').replaceAll(/(<\/?)b>/g, '$1jats:bold>')}</jats:p>`,
      },
    ]),
  ],
  ['h.csv', `title,abstract\nFrogs of a small Pond,"${html}"\nNewts,"They swim."\n`],
  [
    'i.bib',
    '@article{a,\n title={Frogs of a \\emph{small} Pond},\n abstract={The \\emph{tree} frog is {\\bf not} a toad; 3 * 4 and *stars* stay}\n}\n',
  ],
])('%s: emphasis of the source is emphasis of the entry, and nothing else is', (file, text) => {
  expect(entryOf(file, text)).toEqual({
    title: 'Frogs of a small Pond',
    body: abstract,
    text: shown,
  });
});

test('emphasis of TeX is kept where a source is TeX', () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.00001v1</id><title>Frogs of a \\emph{small} Pond</title><summary>A \\textit{tree} frog
  is \\textbf{not} *a* toad.</summary><author><name>Ann Lee</name></author></entry></feed>`;
  const entry = entryOf('a.xml', atom);
  expect(entry.title).toBe('Frogs of a small Pond');
  expect(entry.body).toBe('A *tree* frog is **not** \\*a\\* toad.');
});

test('plain text stays text', () => {
  const text = `Get trending papers in your email inbox once a day!

Subscribe

Mar 4

Frogs of a Pond

The \\emph{tree} frog is *not* a toad, <i>really</i>, and _nobody_ has ever counted them in a pond until today.
`;
  expect(entryOf('a.txt', text, 'hf-text').body).toContain(
    'The tree frog is \\*not\\* a toad, \\<i>really\\</i>, and \\_nobody\\_ has',
  );
});

test.each([
  [
    'a.json',
    JSON.stringify([{ title: 'Frogs', abstract: 'a \uFDD8forged\uFDD9 \uFDDAmark\uFDDB' }]),
  ],
  ['b.json', '[{"title": "Frogs", "abstract": "a \\uFDD8forged\\ufdd9 \\uFDDAmark"}]'],
  ['c.xml', item('<description>a &#xFDD8;forged&#64985; &amp;#xfddA;mark</description>')],
  ['d.md', headed('a \uFDD8forged\uFDD9 \uFDDAmark')],
  ['e.bib', '@article{a, title={Frogs}, abstract={a \uFDD8forged\uFDD9 \uFDDAmark}}'],
])('%s: a digest cannot forge marks', (file, text) => {
  expect(entryOf(file, text).body).toBe('a forged mark');
});
