import { describe, expect, it } from 'vitest';
import type { CapturedPaper, PaperFacts } from '../../src/digest/model.ts';
import { parseEntry } from '../../src/entries/parse.ts';
import { planSync } from '../../src/entries/sync.ts';
import type { StoredEntry } from '../../src/entries/model.ts';
import type { SyncDigest } from '../../src/entries/placing.ts';

const paper = (
  title: string,
  first: number,
  abstract: string | undefined = `We study ${title}.`,
  facts: PaperFacts = {},
): CapturedPaper => ({
  title,
  ...(abstract === undefined ? {} : { abstract }),
  notation: 'plain',
  lines: [first, first + 2],
  facts,
});

const digest = (date: string, ...papers: CapturedPaper[]): SyncDigest => ({
  id: `${date}-trending`,
  date,
  papers,
});

const stored = (id: string, text: string): StoredEntry => {
  const reading = parseEntry(id, `${id}.md`, text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { entry: reading.entry, text };
};

/** Runs a plan and returns the entries as they lie on the disk then. */
function settle(
  digests: readonly SyncDigest[],
  entries: readonly StoredEntry[] = [],
): StoredEntry[] {
  const { writes } = planSync({ digests, entries, unreadable: [] });
  const files = new Map(entries.map(({ entry, text }) => [entry.id, text]));
  for (const { id, text } of writes) files.set(id, text);
  return [...files].map(([id, text]) => stored(id, text));
}

const only = (entries: readonly StoredEntry[]): StoredEntry => {
  expect(entries).toHaveLength(1);
  const [entry] = entries;
  if (!entry) throw new Error('none');
  return entry;
};

describe('planSync', () => {
  it('writes one entry a paper, and nothing the second time', () => {
    const digests = [digest('2025-03-11', paper('SOAP', 11), paper('TÜLU 3', 15))];
    const entries = settle(digests);
    expect(entries.map(({ entry }) => entry.id)).toEqual(['soap', 'tulu-3']);
    expect(planSync({ digests, entries, unreadable: [] }).writes).toEqual([]);
  });

  it('lets two papers with the same slug both live', () => {
    const digests = [digest('2025-03-11', paper('C++ models', 1), paper('C models', 5))];
    const entries = settle(digests);
    expect(entries.map(({ entry }) => entry.id)).toEqual(['c-models', 'c-models-2']);
    expect(planSync({ digests, entries, unreadable: [] }).writes).toEqual([]);
  });

  it('keeps papers of one title apart when their arXiv ids differ', () => {
    const digests = [
      digest(
        '2025-03-11',
        paper('Editorial', 1, 'One.', { arxiv: '2401.00001' }),
        paper('Editorial', 5, 'Two.', { arxiv: '2401.00002' }),
      ),
    ];
    expect(settle(digests).map(({ entry }) => entry.id)).toEqual(['editorial', 'editorial-2']);
  });

  it('gives a repeated paper a second listing, whatever the order of the digests', () => {
    const first = digest('2025-03-11', paper('T\\"ulu 3: Open', 11));
    const second = digest('2025-03-12', paper('TÜLU 3 – open', 3));
    const { entry } = only(settle([second, first]));
    expect(entry.data.title).toBe('Tülu 3: Open');
    expect(entry.data.digests).toEqual([
      { digest: '2025-03-11-trending', lines: [11, 13] },
      { digest: '2025-03-12-trending', lines: [3, 5] },
    ]);
    expect(settle([first, second], settle([first]))).toEqual(settle([first, second]));
  });

  it('keeps an edited entry byte for byte, but for a new listing', () => {
    const first = digest('2025-03-11', paper('SOAP', 11));
    const before = only(settle([first]));
    const edited = before.text
      .replace('title: "SOAP"', '# ours\ntitle:   SOAP, corrected')
      .replace('We study', 'They study');
    const mine = stored('soap', edited);
    expect(planSync({ digests: [first], entries: [mine], unreadable: [] }).writes).toEqual([]);

    const second = digest('2025-03-12', paper('SOAP', 3));
    const after = only(settle([first, second], [mine]));
    expect(after.text).toBe(
      edited.replace(
        'lines: [11, 13]\n',
        'lines: [11, 13]\n  - digest: "2025-03-12-trending"\n    lines: [3, 5]\n',
      ),
    );
    expect(planSync({ digests: [first, second], entries: [after], unreadable: [] }).writes).toEqual(
      [],
    );
  });

  it('finds a renamed and retitled entry again by the place it was listed at', () => {
    const digests = [digest('2025-03-11', paper('SOAP', 11))];
    const text = only(settle(digests)).text.replace('title: "SOAP"', 'title: "Quite another"');
    const renamed = stored('my-name', text);
    expect(planSync({ digests, entries: [renamed], unreadable: [] }).writes).toEqual([]);
  });

  it('lets an unedited entry follow a better reading of its digest', () => {
    const before = settle([digest('2025-03-11', paper('SOAP', 11, 'Cut o'))]);
    const after = only(settle([digest('2025-03-11', paper('SOAP', 11, 'Cut off.'))], before));
    expect(after.entry.body).toBe('Cut off.');
  });

  it('keeps what a removed digest gave', () => {
    const first = digest('2025-03-11', paper('SOAP', 11, 'Text.', { arxiv: '2409.11321' }));
    const second = digest('2025-03-12', paper('SOAP', 3, 'Other text.'));
    const entries = settle([first], []);
    const { entry } = only(settle([second], entries));
    expect(entry.data.arxiv).toBe('2409.11321');
    expect(entry.body).toBe('Text.');
    expect(entry.data.digests).toHaveLength(2);
    expect(settle([], entries)).toEqual(entries);
  });

  it('does not write a second entry beside one whose frontmatter is broken', () => {
    const digests = [digest('2025-03-11', paper('SOAP', 11))];
    const text = only(settle(digests)).text.replace('title: "SOAP"', 'title: "SOAP');
    const plan = planSync({ digests, entries: [], unreadable: [{ id: 'soap', text }] });
    expect(plan.writes).toEqual([]);
  });

  it('takes text from the richest source, facts from every one, and says where they disagree', () => {
    const digests = [
      digest('2025-03-11', { ...paper('SOAP', 1), abstract: undefined }),
      digest(
        '2025-03-12',
        paper('SOAP', 1, 'The text.', { authors: ['N. Vyas'], published: '2024' }),
      ),
      digest(
        '2025-03-13',
        paper('SOAP', 1, 'The rich text.', {
          authors: ['X'],
          doi: '10.1000/182',
          arxiv: '2409.11321',
          published: '2024-09-17',
        }),
      ),
      digest('2025-03-14', paper('SOAP', 1, 'Late.', { doi: '10.1000/999', venue: 'ICLR' })),
    ];
    const { entry } = only(settle(digests));
    expect(entry.body).toBe('The rich text.');
    expect(entry.data).toMatchObject({
      authors: ['X'],
      doi: '10.1000/182',
      published: '2024-09-17',
      venue: 'ICLR',
    });
    const { problems } = planSync({ digests, entries: [], unreadable: [] });
    expect(problems).toMatchObject([
      { code: 'entry/conflict', where: { file: 'archive/papers/soap.md' } },
      { code: 'entry/conflict', where: { file: 'archive/papers/soap.md' } },
    ]);
    expect(problems[0]?.what).toContain('10.1000/182 (2025-03-13-trending) and 10.1000/999');
    expect(problems[1]?.what).toContain('X (2025-03-13-trending) and N. Vyas (2025-03-12');
  });

  it.each([
    [
      'a name that the other list does not know',
      ['Ada Lovelace', 'Zoë Hill'],
      ['A. Lovelace', 'B. Ray'],
      1,
    ],
    ['initials, accents, order', ['Ada Lovelace', 'Zoë Hill'], ['Hill, Zoe', 'A. Lovelace'], 0],
    ['a shorter list', ['Ada Lovelace', 'Zoë Hill', 'B. Ray'], ['Zoë Hill'], 0],
  ])('authors in conflict: %s', (_, authors, others, conflicts) => {
    const digests = [
      digest('2025-03-11', paper('SOAP', 1, 'A.', { authors })),
      digest('2025-03-12', paper('SOAP', 1, 'A.', { authors: others })),
    ];
    const { problems } = planSync({ digests, entries: [], unreadable: [] });
    expect(problems.map(({ code }) => code)).toEqual(Array(conflicts).fill('entry/conflict'));
    for (const { what } of problems)
      expect(what).toContain('on the authors: Ada Lovelace, Zoë Hill (');
  });

  it('keeps the comment as it is said, and the day of the newest version of all', () => {
    const told = (updated: string, comment?: string): PaperFacts => ({
      updated,
      ...(comment !== undefined && { comment }),
    });
    const { entry } = only(
      settle([
        digest(
          '2025-03-11',
          paper('SOAP', 1, 'A.', told('2025-02-01', 'Accepted to ICLR: 9\tpages')),
        ),
        digest('2025-03-12', paper('SOAP', 1, 'A.', told('2025-03-02'))),
      ]),
    );
    expect(entry.data).toMatchObject({
      comment: 'Accepted to ICLR: 9 pages',
      updated: '2025-03-02',
    });
  });

  it('does not hold the DOI that arXiv gives against that of the publisher', () => {
    const digests = [
      digest('2025-03-11', paper('SOAP', 1, 'A.', { doi: '10.1000/182' })),
      digest('2025-03-12', paper('SOAP', 1, 'A.', { doi: '10.48550/arxiv.2409.11321' })),
    ];
    expect(planSync({ digests, entries: [], unreadable: [] }).problems).toEqual([]);
  });

  it('keeps the old address of a renamed entry', () => {
    const digests = [digest('2025-03-11', paper('SOAP', 11))];
    const renamed = stored('my-name', only(settle(digests)).text);
    const after = only(settle(digests, [renamed]));
    expect(after.entry).toMatchObject({ id: 'my-name', data: { aliases: ['soap'] } });
    expect(planSync({ digests, entries: [after], unreadable: [] }).writes).toEqual([]);
    const another = digest(
      '2025-03-12',
      paper('SOAP!', 3, 'Text.', { arxiv: '2401.00001' }),
      paper('S.O.A.P', 7, 'Text.', { arxiv: '2401.00002' }),
    );
    expect(settle([...digests, another], [after]).map(({ entry }) => entry.id)).toEqual([
      'my-name',
      's-o-a-p',
    ]);
  });

  it('warns when an edited entry was renamed without an alias', () => {
    const digests = [digest('2025-03-11', paper('SOAP', 11))];
    const text = only(settle(digests)).text.replace('We study', 'They study');
    const { problems, writes } = planSync({
      digests,
      entries: [stored('my-name', text)],
      unreadable: [],
    });
    expect(writes).toEqual([]);
    expect(problems).toMatchObject([{ code: 'entry/renamed' }]);
  });

  it.each([['soap'], ['2025-03-11-trending:11'], ['2409.11321']])(
    'does not bring back what was removed as %s',
    (line) => {
      const digests = [
        digest(
          '2025-03-11',
          paper('SOAP', 11, 'Text.', { arxiv: '2409.11321' }),
          paper('Other', 15),
        ),
        digest('2025-03-12', paper('SOAP', 11, 'Text.', { arxiv: '2409.11321' })),
      ];
      const { writes, placements } = planSync({
        digests,
        entries: [],
        unreadable: [],
        removed: new Set([line]),
      });
      expect(writes.map(({ id }) => id)).toEqual(['other']);
      expect(placements[0]?.removed).toBe(true);
    },
  );

  it.each(['', '\u200B', '\u2800', '\u3164 \u00AD', '\u0301'])(
    'makes one entry each of papers with a title in which nothing is visible: %j',
    (title) => {
      const digests = [digest('2025-03-11', paper(title, 1), paper(title, 5), paper('\u200D', 9))];
      const entries = settle(digests);
      expect(entries.map(({ entry }) => [entry.id, entry.data.title])).toEqual([
        ['untitled', 'Untitled'],
        ['untitled-2', 'Untitled'],
        ['untitled-3', 'Untitled'],
      ]);
      expect(planSync({ digests, entries, unreadable: [] }).writes).toEqual([]);
    },
  );

  it('writes an address that a browser would take, and leaves out what is none', () => {
    const links = [
      { label: 'Code', url: 'https://pub.example/search?q="frog"&x=<a b>' },
      { label: '', url: 'javascript:alert(1)' },
    ];
    const facts = { links, published: '17.9.2024', doi: 'none', venue: '' };
    const digests = [digest('2025-03-11', paper('Frogs', 1, 'On frogs.', facts))];
    const { problems } = planSync({ digests, entries: [], unreadable: [] });
    expect(problems.map(({ code, what }) => `${code} ${what.split(' ')[0] ?? ''}`)).toEqual([
      'digest/left-out published',
      'digest/left-out doi',
      'digest/left-out links',
    ]);
    const { entry } = only(settle(digests));
    expect(entry.data).toMatchObject({
      title: 'Frogs',
      links: [{ label: 'Code', url: 'https://pub.example/search?q=%22frog%22&x=%3Ca%20b%3E' }],
    });
  });

  it('tells papers of one line apart by their record', () => {
    const one = { ...paper('A', 1), lines: [1, 1], record: 1 } as const;
    const two = { ...paper('B', 1), lines: [1, 1], record: 2 } as const;
    const digests = [digest('2025-03-11', one, two)];
    const entries = settle(digests).map(({ entry, text }) =>
      stored(entry.id, text.replace(/title: .*/, `title: "Corrected ${entry.id}"`)),
    );
    expect(planSync({ digests, entries, unreadable: [] }).writes).toEqual([]);
  });
});

describe('one identifier for two titles', () => {
  it('is one paper, and said to be a conflict', () => {
    const digests = [
      digest(
        '2025-03-11',
        paper('Large Scale Incremental Learning', 1, 'A.', { arxiv: '1905.13260' }),
      ),
      digest(
        '2025-03-12',
        paper('Lifelong Distillation and Retrospection', 1, 'B.', { arxiv: '1905.13260' }),
      ),
      digest(
        '2025-03-13',
        paper('Large-Scale Incremental Learning, Revised', 1, 'C.', { arxiv: '1905.13260' }),
      ),
    ];
    const { problems, writes } = planSync({ digests, entries: [], unreadable: [] });
    expect(writes).toHaveLength(1);
    expect(problems.map(({ what }) => what)).toEqual([
      expect.stringContaining(
        'disagree on the title: "Large Scale Incremental Learning" (2025-03-11-trending) and "Lifelong',
      ),
    ]);
  });
});
