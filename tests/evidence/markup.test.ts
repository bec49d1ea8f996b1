import { describe, expect, it } from 'vitest';
import { anchorOf, partOf, placePath } from '../../src/evidence/address.ts';
import { captureHtml } from '../../src/evidence/markup.ts';
import { rowsOf } from '../../src/evidence/rows.ts';

const lines = (text: string) => rowsOf({ text, papers: [] }, false);
const shown = { starts: [1, 800, 1610] };

describe('addresses of lines', () => {
  it.each([
    [{ lines: [11, 13] }, 'digests/2025-03-11-bay/source/#L11-13'],
    [{ lines: [11, 11] }, 'digests/2025-03-11-bay/source/#L11'],
    [{ lines: [800, 802] }, 'digests/2025-03-11-bay/source/2/#L800-802'],
    [{ lines: [799, 802] }, 'digests/2025-03-11-bay/source/#L799-802'],
    [{ lines: [9000, 9001], record: 7 }, 'digests/2025-03-11-bay/source/3/#L9000-9001'],
  ] as const)('%j is at %s', (place, path) => {
    expect(placePath('2025-03-11-bay', place, shown)).toBe(path);
  });

  it('name records where lines hold several', () => {
    const byRecord = { starts: [1, 40], records: true } as const;
    const place = { lines: [1, 1], record: 41 } as const;
    expect([partOf(place, byRecord), anchorOf(place, byRecord)]).toEqual([1, 'R41']);
  });
});

describe('a capture as HTML', () => {
  const bay = { lines: [2, 3], label: 'No. 1', href: '/papers/bay/' } as const;
  const reeds = { lines: [5, 5], label: 'No. 2', href: '/papers/reeds/' } as const;

  it('has a list for each paper and for each stretch between', () => {
    expect(captureHtml(lines('Mar 11\nBay\nSalt.\n\nReeds\nend'), [reeds, bay], shown)).toBe(
      '<ol><li id=L1>Mar 11</ol>' +
        '<a class=of href="/papers/bay/">No. 1</a><ol id=L2-3 start=2><li id=L2>Bay<li id=L3>Salt.</ol>' +
        '<ol start=4><li id=L4></ol>' +
        '<a class=of href="/papers/reeds/">No. 2</a><ol start=5><li id=L5>Reeds</ol>' +
        '<ol start=6><li id=L6>end</ol>',
    );
  });

  it('shows markup as text, and keeps the space that begins a line', () => {
    expect(captureHtml(lines('  <script>alert(1)</script> & "x"'), [], shown)).toBe(
      '<ol><li id=L1>&#32; &lt;script&gt;alert(1)&lt;/script&gt; &amp; "x"</ol>',
    );
  });

  it('leaves out the words that may not be shown, and keeps the numbers', () => {
    const html = captureHtml(lines('Bay\nsecret\nmore\nend'), [], shown, [{ lines: [2, 3] }]);
    expect(html).toBe(
      '<ol><li id=L1>Bay<li id=L2 class=out>Left out at its author’s wish.<li id=L3 class=out><li id=L4>end</ol>',
    );
  });

  it('gives a paper within another’s lines, or with the same, no list of its own', () => {
    const within = { ...reeds, lines: [3, 3] } as const;
    const same = { ...reeds, lines: [2, 3] } as const;
    for (const other of [within, same]) {
      const html = captureHtml(lines('a\nb\nc\nd'), [bay, other], shown);
      expect(html.match(/<li id=L\d/g)).toEqual([
        '<li id=L1',
        '<li id=L2',
        '<li id=L3',
        '<li id=L4',
      ]);
      expect(html.match(/id=L2-3/g)).toHaveLength(1);
    }
  });
});
