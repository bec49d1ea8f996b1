import { expect, it } from 'vitest';
import { capturings } from '../../src/archive/captured.ts';
import { paper } from './paper.ts';

it('gives each text once, with the places where it stands', () => {
  const lines: [number, number] = [3, 5];
  const date = '2025-03-11';
  const known = paper({
    listings: [
      { digest: 'a', date, lines },
      { digest: 'b', date: '2025-03-12', lines: [7, 7] },
      { digest: 'c', date, lines: [1, 1] },
    ],
    captured: [
      { digest: 'a', lines, text: 'Frogs\n\nThey croak.' },
      { digest: 'b', lines: [7, 7], text: 'Frogs\n\nThey croak.' },
      { digest: 'c', lines: [1, 1], record: 4, text: '{"title": "Frogs"}' },
    ],
  });
  expect(capturings(known, (id) => (id === 'b' ? undefined : `Digest ${id}`))).toEqual([
    {
      places: 'Digest a, 11 March 2025: lines 3–5; b, 12 March 2025: line 7',
      text: 'Frogs\n\nThey croak.',
      left: 0,
    },
    { places: 'Digest c, 11 March 2025: record 4', text: '{"title": "Frogs"}', left: 0 },
  ]);
});

it('shows control characters as pictures, and says how much it leaves out', () => {
  const captured = [
    {
      digest: 'a',
      lines: [1, 1] as [number, number],
      text: `a\0\u001bb\tc\n${'x'.repeat(60_000)}`,
    },
  ];
  const [shown] = capturings(paper({ captured }), () => 'A');
  expect(shown?.text.slice(0, 8)).toBe('a␀␛b\tc\nx');
  expect(shown?.left).toBe(captured[0] ? captured[0].text.length - 50_000 : 0);
});
