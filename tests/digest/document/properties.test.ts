import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hfMarkdown, markdownList, papersOfTheWeek } from '../../../src/digest/formats/markdown.ts';
import { firstVisible, splitLines } from '../../../src/digest/lines.ts';
import { lineKinds } from '../../../src/digest/model.ts';
import { runs } from '../../runs.ts';

const formats = [hfMarkdown, papersOfTheWeek, markdownList];
const folder = new URL('../formats/markdown/', import.meta.url);
const fixtures = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** What must hold of any capture, read in any format. */
function holds(text: string): void {
  const lines = splitLines(text);
  const capture = { file: 'x.md', text };
  for (const format of formats) {
    const { confidence } = format.recognise(capture);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    const digest = format.parse(capture);
    expect(digest.lines).toHaveLength(lines.length);
    digest.lines.forEach(({ kind, reason }, index) => {
      const line = lines[index] ?? '';
      expect(lineKinds).toContain(kind);
      expect(kind === 'blank').toBe(firstVisible(line) === line.length);
      expect(reason.startsWith(`${kind}: `)).toBe(true);
    });
    const lost = digest.lines.filter(({ kind }) => kind === 'unaccounted').length;
    expect(digest.problems).toHaveLength(lost);
    for (const {
      title,
      abstract,
      lines: [first, last],
    } of digest.papers) {
      expect(title.trim()).not.toBe('');
      expect(title).not.toMatch(/[\n\v\f\r\u2028\u2029]/);
      expect(abstract?.trim()).not.toBe('');
      expect(first).toBeGreaterThanOrEqual(1);
      expect(last).toBeGreaterThanOrEqual(first);
      expect(last).toBeLessThanOrEqual(lines.length);
    }
    for (const { line } of digest.dates) expect(digest.lines[line - 1]?.kind).toBe('date');
  }
}

const marks = fc.constantFrom(
  '# ',
  '### ',
  '- ',
  '* ',
  '1. ',
  '2) ',
  '> ',
  '| ',
  '|---|---|',
  '```',
  '---',
  '\n',
  '\n',
  '\n\n',
  '[',
  ']',
  '](',
  '][12]',
  ')',
  '**',
  '*',
  '`',
  '$',
  '\\\\',
  '<br>',
  '<!--',
  '-->',
  '<summary>',
  '</details>',
  'https://huggingface.co/papers/2401.00001',
  '[A Lake](https://huggingface.co/papers/2401.00001)',
  '/login?next=%2Fpapers%2F2401.00001',
  '- 5 authors',
  '·',
  'Mar 11',
  'Authors: ',
  '**Abstract:** ',
  'Title',
  'Paper',
  'We present a lake. ',
  'Submitted by',
  '[12]: https://a.example',
  '(ICLR 2024)',
  '"A Quoted Lake of Ponds"',
  '\u2029',
  '\ufdd0',
  '  ',
  '\t',
  '\r\n',
);

test('any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), holds), runs(100));
});

test('any heap of Markdown', () => {
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 60 }), (parts) => holds(parts.join(''))),
    runs(300),
  );
});

test('captures with lines lost, doubled, cut or broken', () => {
  const change = fc.record({
    fixture: fc.nat(fixtures.length - 1),
    at: fc.nat(),
    kind: fc.constantFrom('drop', 'double', 'cut', 'insert', 'break'),
    text: marks,
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      let text = fixtures[changes[0]?.fixture ?? 0] ?? '';
      for (const { at, kind, text: inserted } of changes) {
        const lines = text.split('\n');
        const line = at % lines.length;
        const place = at % (text.length + 1);
        if (kind === 'drop') text = lines.toSpliced(line, 1).join('\n');
        else if (kind === 'double') text = lines.toSpliced(line, 0, lines[line] ?? '').join('\n');
        else if (kind === 'cut') text = text.slice(0, Math.max(40, place));
        else if (kind === 'insert') text = text.slice(0, place) + inserted + text.slice(place);
        else text = `${text.slice(0, place)}\n${text.slice(place)}`;
      }
      holds(text);
    }),
    runs(150),
  );
});

test.each(['\u2029', '\u2028', '\v', '\f', '\t'])('%j in a title is a space', (space) => {
  const link = '(https://huggingface.co/papers/2401.00001)';
  const text = `# Papers\n\n## **A Lake${space}of Ponds**: [paper]${link}\n\nWe present a lake. It is deep, and it holds more fish than a pond of its size.\n`;
  const titles = formats.flatMap(({ parse }) => parse({ file: 'x.md', text }).papers);
  expect(titles.map(({ title }) => title)).toEqual(formats.map(() => 'A Lake of Ponds'));
});

test('line endings and a byte order mark change nothing', () => {
  for (const text of fixtures) {
    for (const format of formats) {
      const plain = format.parse({ file: 'x.md', text });
      const other = format.parse({ file: 'x.md', text: `\ufeff${text.replaceAll('\n', '\r\n')}` });
      expect(other).toEqual(plain);
    }
  }
});
