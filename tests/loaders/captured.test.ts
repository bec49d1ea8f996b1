import { describe, expect, it, test } from 'vitest';
import { parseDigest } from '../../src/digest/parse.ts';
import { captureReader, saysTheSame, type CaptureText } from '../../src/loaders/captured.ts';

const capture = (id: string, text: string): CaptureText => {
  const { records } = parseDigest({ file: `${id}.txt`, text });
  return { id, text, ...(records && { records }) };
};

/** What the captures say of each paper of a text. */
function texts(text: string): string[] {
  const { papers } = parseDigest({ file: 'd.txt', text });
  const read = captureReader([capture('d', text)]);
  return papers.flatMap(({ lines, record }) =>
    read([{ digest: 'd', lines: [...lines], ...(record !== undefined && { record }) }]).map(
      (captured) => captured.text,
    ),
  );
}

describe('captureReader', () => {
  it('gives the lines as they stand, white space and all', () => {
    const read = captureReader([
      { id: 'd', text: '\ufefftop\r\n  Frogs\t in \r\n\r\n ponds \u00a0\rend' },
    ]);
    expect(read([{ digest: 'd', lines: [2, 4] }])).toEqual([
      { digest: 'd', lines: [2, 4], text: '  Frogs\t in \n\n ponds \u00a0' },
    ]);
  });

  it('has nothing of a capture that is gone, or shorter than it was', () => {
    const read = captureReader([{ id: 'd', text: 'one line' }]);
    expect(read([{ digest: 'gone', lines: [1, 1] }])).toEqual([]);
    expect(read([{ digest: 'd', lines: [5, 6] }])).toEqual([]);
  });

  test.each<[string, string[]]>([
    [
      '[{"title": "Frogs", "abstract": "They croak."}, {"title": "Toads", "abstract": "They walk."}]',
      [
        '{"title": "Frogs", "abstract": "They croak."}',
        '{"title": "Toads", "abstract": "They walk."}',
      ],
    ],
    [
      '{"title": "Frogs", "abstract": "They croak."}\n{"title": "cut off\n{"title": "Toads", "abstract": "Ünicode 😀"}\n',
      [
        '{"title": "Frogs", "abstract": "They croak."}',
        '{"title": "Toads", "abstract": "Ünicode 😀"}',
      ],
    ],
    [
      '<feed><entry><title>Frogs</title><id>a</id></entry><entry><id>b</id></entry><entry><title>Toads</title><id>c</id></entry></feed>',
      [
        '<entry><title>Frogs</title><id>a</id></entry>',
        '<entry><title>Toads</title><id>c</id></entry>',
      ],
    ],
    [
      '@article{a,\n  title = {Frogs}\n}\n\n@article{b, title = {Toads}}\n',
      ['@article{a,\n  title = {Frogs}\n}', '@article{b, title = {Toads}}'],
    ],
    [
      'title,abstract\nFrogs,They croak.\nToads,"They\nwalk."\n',
      ['Frogs,They croak.', 'Toads,"They\nwalk."'],
    ],
  ])('gives the record of each paper alone: %s', (text, records) => {
    expect(texts(text).map((record) => record.trim())).toEqual(records);
  });
});

test.each<[string, { title: string; text: string; typeset?: boolean }, boolean]>([
  ['Frogs\n\nThey croak.', { title: 'Frogs', text: 'They croak.' }, true],
  ['Frogs\nThey croak.', { title: 'Frogs', text: 'They croak.' }, true],
  ['Frogs', { title: 'Frogs', text: '' }, true],
  ['Frogs\n\nThey  croak.', { title: 'Frogs', text: 'They croak.' }, false],
  ['Frogs\n\n12\n\nThey croak.', { title: 'Frogs', text: 'They croak.' }, false],
  ['x2\n\nWe see x2.', { title: 'x2', text: 'We see x2.', typeset: true }, false],
])('%j as %j: %s', (captured, { typeset = false, ...shown }, same) => {
  expect(saysTheSame(captured, { ...shown, typeset })).toBe(same);
});
