/** Whatever a format takes a line for: prose and items that no paper holds are told. */
import { describe, expect, test } from 'vitest';
import type { LineKind, ParsedDigest } from '../../src/digest/model.ts';
import { parseDigest } from '../../src/digest/parse.ts';
import { withUnread } from '../../src/digest/ledger/ledger.ts';

const file = 'archive/digests/2025-03-11-x.md';

const abstractOf = (subject: string): string =>
  `The keepers of ${subject} have long relied on records that were written by hand and never compared. ` +
  `We gather forty of these records from three countries, and show that a simple rule, learned from a tenth of ` +
  `the ${subject}, predicts the rest within a day.`;

/** What is told of a text in which a format has found one paper, in lines 1 to `last`, and takes the rest for `kind`. */
function told(text: string, kind: LineKind, last = 1, abstract?: string): (number | string)[][] {
  const lines = text
    .split('\n')
    .map((line): ParsedDigest['lines'][number] =>
      line === '' ? { kind: 'blank', reason: '' } : { kind, reason: '' },
    );
  const facts = { links: [{ label: 'Code', url: 'https://github.com/a/b' }] };
  const papers = [
    {
      title: 'Mending Quiet Looms',
      ...(abstract && { abstract }),
      notation: 'plain',
      lines: [1, last],
      facts,
    },
  ] as const;
  const read = { format: 'x', why: '', dates: [], banner: [], papers, lines, problems: [] };
  const parsed = withUnread({ file, text }, read);
  const unaccounted = parsed.lines.flatMap((line, index) =>
    line.kind === 'unaccounted' ? [index + 1] : [],
  );
  const where = parsed.problems.flatMap((problem) =>
    problem.code === 'digest/unaccounted-line' ? [problem.where.line ?? 0] : [],
  );
  return [unaccounted, where];
}

describe('prose outside every paper', () => {
  test.each(['banner', 'meta', 'footer'] as const)('is told, taken for %s or not', (kind) => {
    expect(told(`Mending Quiet Looms\n\n${abstractOf('bees')}\n`, kind)).toEqual([[3], [3]]);
  });

  test('is told once where it is wrapped, and where its script has no spaces', () => {
    const wrapped = abstractOf('bees').replaceAll(/(.{60}\S*) /g, '$1\n');
    const count = wrapped.split('\n').length;
    expect(told(`Mending Quiet Looms\n\n${wrapped}\n`, 'footer')).toEqual([
      Array.from({ length: count }, (_, index) => index + 3),
      [3],
    ]);
    const spaced = wrapped
      .split('\n')
      .filter((line) => /^[a-z]/.test(line) || line.startsWith('The '));
    expect(told(`Mending Quiet Looms\n\n${spaced.join('\n\n')}\n`, 'footer')[1]).toEqual([3]);
    const eastern = '织机的看守者长期依赖手写的记录，而这些记录从未被比较过。'.repeat(4);
    expect(told(`Mending Quiet Looms\n\n${eastern}\n`, 'footer')).toEqual([[3], [3]]);
  });

  test.each([
    ['short', abstractOf('bees').slice(0, 150)],
    ['names', 'Ada Miller, Jon Weaver, Bea Smith, Cem Aydin, Dora Novak, Egon Wall, '.repeat(6)],
    [
      'subscription',
      'You are receiving this because you signed up at our website some time ago. You can unsubscribe at any time, and your address will be taken off the list within a day of your doing so, which we would be sorry to see.',
    ],
    [
      'list',
      'This is a curated list of papers on looms and on the people who mend them, kept by a few of us in the evenings. Pull requests are welcome, and so are corrections of what we have got wrong in the notes below.',
    ],
    [
      'mail',
      'For general information on the new loom archive (partitioned by\nkeyword subject classification), see http://example.org/new/loom.html\nFor subscribe options to combined loom archives,\ne-mail To: looms@example.org, Subject: subscribe',
    ],
  ])('is not told of what is known: %s', (_, text) => {
    expect(told(`Mending Quiet Looms\n\n${text}\n`, 'banner')).toEqual([[], []]);
  });

  test('is not told where it is held by a paper whose title stands elsewhere', () => {
    const abstract = abstractOf('bees');
    expect(told(`Mending Quiet Looms\n\n${abstract}\n`, 'meta', 1, abstract)).toEqual([[], []]);
  });
});

describe('prose in the lines of a paper', () => {
  const text = (inner: string): string => `Mending Quiet Looms\n${abstractOf('looms')}\n${inner}\n`;

  test('is told where nothing of the paper holds it', () => {
    const other =
      'A reviewer from the guild disagrees with nearly all of it: threads break for reasons that nobody writes down, the countries were chosen badly, and what is called a rule here is a habit of the men who happened to hold the pen that winter.';
    expect(told(text(other), 'meta', 3, abstractOf('looms'))).toEqual([[3], [3]]);
    expect(told(text(`<details>${other}</details>`), 'title', 3)).toEqual([[2, 3], [2]]);
  });

  test('is not told where the paper has it, but for a word or its notation', () => {
    expect(told(text(abstractOf('kilns')), 'meta', 3, abstractOf('looms'))).toEqual([[], []]);
    const source = abstractOf('looms')
      .replaceAll('records', '**records**')
      .replace('tenth', '\\emph{tenth}');
    expect(told(`Mending Quiet Looms\n<p>${source}</p>`, 'meta', 2, abstractOf('looms'))).toEqual([
      [],
      [],
    ]);
  });
});

describe('items like those that are papers', () => {
  const list = [
    '- [Mending Quiet Looms](https://example.org/1.pdf)',
    '- [Counting Patient Bees](https://example.org/2.pdf)',
    '- [Contents of this list](#contents)',
    '- [Code](https://example.org/code)',
    '',
    '## Tools',
    '',
    '- [Looms for everyone else](https://example.org/tool)',
    '- [Sorting Salted Ferries](https://arxiv.org/abs/2501.10001)',
  ].join('\n');

  test('are told among them, or if they link to a paper', () => {
    expect(told(list, 'meta')).toEqual([
      [2, 9],
      [2, 9],
    ]);
  });

  test('are told in tables', () => {
    const rows =
      '| **Mending Quiet Looms** | 2024 |\n| **Counting Patient Bees** | 2025 |\n| 7 | 2025 |';
    expect(told(rows, 'footer')).toEqual([[2], [2]]);
  });
});

test('titles of plain text are told where papers have such, names of pages are not', () => {
  const text =
    'Mending Quiet Looms\n\nCounting the Patient Bees of Three Towns\n\nTrending papers of the week\n';
  expect(told(text, 'banner')).toEqual([[3], [3]]);
});

test('titles that link to a paper are told in the lines of another one, but not its own', () => {
  const link = (label: string): string => `| x | [${label}](https://arxiv.org/abs/2501.10001) |`;
  expect(told(`Mending Quiet Looms\n${link('Counting Patient Bees')}`, 'meta', 2)).toEqual([
    [2],
    [2],
  ]);
  expect(
    told(`Mending Quiet Looms\n${link('2501.10001: Mending Quiet Looms')}`, 'meta', 2),
  ).toEqual([[], []]);
});

describe('records whose text nothing reads', () => {
  const records = (field: string): string =>
    JSON.stringify(
      ['bees', 'looms', 'kilns'].map((of) => ({
        title: `On the keeping of ${of}`,
        [field]: abstractOf(of),
      })),
    );
  const codes = (text: string): string[] =>
    parseDigest({ file, text }).problems.map(({ code }) => code);

  test('are told where the papers have no abstract', () => {
    expect(codes(records('gist_of_it'))).toEqual(['digest/unread-field']);
    expect(codes(records('abstract'))).toEqual([]);
  });
});
