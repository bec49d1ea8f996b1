import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from '../../src/digest/lines.ts';
import { partsOf, rowsOf, shownAs, type Held } from '../../src/evidence/rows.ts';
import { runs } from '../runs.ts';

const paper = (first: number, last: number, record?: number) => ({
  lines: [first, last] as const,
  ...(record !== undefined && { record }),
});

const held = (text: string, facts: Partial<Held> = {}): Held => ({ text, papers: [], ...facts });

/** A file of records on one line, as APIs send them. */
function oneLine(count: number): Held {
  const records: { start: number; end: number }[] = [];
  let text = '[';
  for (let at = 0; at < count; at += 1) {
    const record = JSON.stringify({ title: `Tides of bay ${at}`, abstract: 'Salt. '.repeat(40) });
    records.push({ start: text.length, end: text.length + record.length });
    text += `${record},`;
  }
  return {
    text: `${text.slice(0, -1)}]`,
    records,
    papers: records.map((_, at) => paper(1, 1, at + 1)),
  };
}

describe('rows of a capture', () => {
  it('are its lines, numbered as editors number them, blank ones too', () => {
    const rows = rowsOf(held('\uFEFFTides\r\n\r\n  move \rsalt\n'), false);
    expect(rows.map(({ number, text }) => [number, text])).toEqual([
      [1, 'Tides'],
      [2, ''],
      [3, '  move '],
      [4, 'salt'],
    ]);
  });

  it('hold nothing private, and show what cannot be seen', () => {
    const text =
      'Write to mara.lind@bay.example or see https://bay.example/list?token=8f3a9c0d1e2b4f5a6c7d8e9f\nA\0B\uD800';
    const [first, second] = rowsOf(held(text), false);
    expect(first?.text).not.toMatch(/mara|8f3a9c0d/);
    expect(first?.text).toContain('https://bay.example/list');
    expect(second?.text).toBe('A␀B\uFFFD');
  });

  it('are records where one line holds several', () => {
    const capture = oneLine(3);
    expect(shownAs(capture)).toEqual({ starts: [1], records: true });
    const rows = rowsOf(capture, true);
    expect(rows.filter(({ begins }) => begins).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(rows.map(({ text }) => text).join('')).toBe(capture.text);
    expect(rows.find(({ number, begins }) => number === 2 && begins)?.text).toContain('bay 1');
  });

  it('of a long line are several, of which one begins it', () => {
    const rows = rowsOf(held(`${'reed '.repeat(1000)}\nend`), false);
    expect(rows.map(({ number, begins }) => [number, begins])).toEqual([
      [1, true],
      [1, false],
      [1, false],
      [2, true],
    ]);
  });

  it('lose no character of any text', () => {
    const line = fc.string({ unit: fc.constantFrom('a', ' ', '<', '"', 'é', '\t', '😀') });
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const text = lines.join(end);
        const shown = rowsOf(held(text), false).map((row) => row.text);
        expect(shown).toEqual(splitLines(text));
      }),
      runs(100),
    );
  });
});

describe('parts of a capture', () => {
  const lines = Array.from({ length: 2598 }, (_, at) => (at % 3 === 1 ? '' : `Line ${at + 1}`));
  const papers = Array.from({ length: 866 }, (_, at) => paper(3 * at + 1, 3 * at + 3));

  it('end where a paper does, and tell where each begins', () => {
    const capture = held(lines.join('\n'), { papers });
    const { starts } = shownAs(capture);
    expect(starts.length).toBe(4);
    for (const start of starts) expect(start % 3).toBe(1);
    const parts = partsOf(capture);
    expect(parts.map(([first]) => first?.number)).toEqual(starts);
    expect(parts.flat().map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1));
  });

  it('are small enough to be read, whatever the lines', () => {
    for (const capture of [oneLine(900), held('reed '.repeat(60_000))]) {
      for (const part of partsOf(capture)) {
        const size = part.reduce((sum, { text }) => sum + text.length, 0);
        expect(size).toBeLessThan(65_000);
      }
    }
  });
});
