import { describe, expect, it } from 'vitest';
import { judge, type Standing } from '../../src/digest/gate/gate.ts';
import type { CapturedPaper, LineAccount, ParsedDigest } from '../../src/digest/model.ts';
import { parseDigest } from '../../src/digest/parse.ts';

const good = (n: number): string =>
  `Quay Wall ${'abcdefghij'[n % 10]} Under ${'klmnopqrst'[n % 7]}`;

/** A digest of these titles, each on a line of its own. */
function read(
  titles: readonly string[],
  more: Partial<ParsedDigest> & { unaccounted?: number; facts?: CapturedPaper['facts'] } = {},
): ParsedDigest {
  const { unaccounted = 0, facts = {}, ...parsed } = more;
  const line = (kind: LineAccount['kind']): LineAccount => ({ kind, reason: kind });
  return {
    format: 'hf-text',
    why: 'test',
    dates: [],
    banner: [],
    papers: titles.map((title, at) => ({
      title,
      notation: 'plain',
      lines: [at + 1, at + 1],
      facts,
    })),
    lines: [
      ...titles.map(() => line('title')),
      ...Array.from({ length: unaccounted }, () => line('unaccounted')),
    ],
    problems: [],
    ...parsed,
  };
}

const capture = { file: 'archive/digests/2025-03-11-a.txt', text: '' };
/** How many papers pass, and which messages there are. */
function passed(parsed: ParsedDigest, standing?: Standing) {
  const { papers, problems } = judge(capture, parsed, standing);
  return [papers.length, ...problems.map(({ code }) => code)];
}
const some = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, n) => good(n + from));
const refused = [0, 'digest/nonsense'];
const leftOut = 'digest/nonsense-title';
const records = [{ start: 0, end: 1 }];

describe('judge', () => {
  it.each([
    ['good titles', read(some(5)), [5]],
    ['one bad among good ones', read([...some(5), '</div>']), [5, leftOut]],
    ['one bad of two', read([good(1), '-']), [1, leftOut]],
    ['the only one', read(['<table>']), refused],
    ['two bad of five in a text', read([...some(3), '<tr>', '</tr>']), refused],
    ['two bad of five records', read([...some(3), '-', '-'], { records }), [3, leftOut, leftOut]],
    ['most records', read([good(1), '-', 'None'], { records }), refused],
    ['all alike', read(['View the paper', 'view the paper', 'View  the paper', good(1)]), refused],
    ['alike but for numbers', read(['Item 1', 'Item 2', 'Item 3', 'Item 4']), refused],
    ['two alike', read(['On the Old Quay', 'On the Old Quay', good(1)]), [3]],
    ['ids alone', read(['arXiv 2501.04217', 'arXiv 2501.04218', 'arXiv 2501.04219']), [3]],
    ['untitled ones', read(['', '', '']), [3]],
    ['sections of one text', read(['Scope', 'Important dates', 'Venue', good(1)]), refused],
    [
      'sections with ids',
      read(['Scope', 'Important dates'], { facts: { arxiv: '2501.04217' } }),
      [2],
    ],
    ['sections of a bibliography', read(['Introduction', 'Conclusion'], { records }), [2]],
    ['labels in a text', read(['[PDF]', 'View PDF', good(1), good(2)]), refused],
    ['labels in a bibliography', read(['Comments', 'Reply', good(1)], { records }), [3]],
    ['a few lines that fit nowhere', read(some(6), { unaccounted: 5 }), [6]],
    ['mostly lines that fit nowhere', read(some(3), { unaccounted: 8 }), refused],
  ])('%s', (_, parsed, expected) => expect(passed(parsed)).toEqual(expected));

  it('lets a person say yes, to all of it', () => {
    expect(passed(read(['<tr>', '</tr>', good(1)]), { yes: true })).toEqual([3]);
    expect(passed(read([good(1), good(2), '-']), { yes: true })).toEqual([3]);
  });

  it('leaves what was taken in before as it is', () => {
    const bad = read(['<tr>', '</tr>', good(1)]);
    expect(passed(bad, { accounted: 3 })).toEqual([3]);
    expect(passed(bad, { accounted: 2 })).toEqual([3]);
    expect(passed(bad, { accounted: 0 })).toEqual(refused);
    const odd = read([good(1), good(2), '-']);
    expect(passed(odd, { accounted: 3 })).toEqual([3]);
    // Accounted after it had been left out.
    expect(passed(odd, { accounted: 2 })).toEqual([2, leftOut]);
  });

  it('shows what it saw, where, and the way out', () => {
    const [problem] = judge(capture, read([good(1), '<tr>', '</tr>'])).problems;
    expect(problem?.where).toEqual({ file: capture.file, line: 2 });
    expect(problem?.what).toContain('2 of 3 titles (67 %) are none');
    expect(problem?.what).toContain('line 2: "<tr>" (HTML); line 3: "</tr>" (HTML)');
    expect(problem?.todo).toContain('2025-03-11-a.yes.txt');
  });
});

describe('parseDigest', () => {
  it('refuses a call for papers that is forced to be a list', () => {
    const text = [
      'Call for Papers: 9th Quay Meeting',
      'Topics of interest',
      'Important dates',
      'Organisers',
    ]
      .map(
        (title) =>
          `${title}\n\nWe ask all who build quays to send what they have found about walls and tides.`,
      )
      .join('\n\n');
    const parsed = parseDigest({ file: 'call.txt', text }, { format: 'hf-text' });
    expect(parsed.problems.map(({ code }) => code)).toEqual(['digest/nonsense']);
    expect(new Set(parsed.lines.map(({ kind }) => kind))).toEqual(
      new Set(['unaccounted', 'blank']),
    );
    expect(
      parseDigest({ file: 'call.txt', text }, { format: 'hf-text', yes: true }).papers,
    ).toHaveLength(4);
  });

  it('leaves a paper without a name out, and says where its id stands', () => {
    const text = 'title,doi\nQuay Walls Under Load,10.1000/quay.1\n-,10.1000/quay.2\n';
    const { papers, problems } = parseDigest({ file: 'a.csv', text });
    expect(papers.map(({ title }) => title)).toEqual(['Quay Walls Under Load']);
    expect(problems.map(({ code, where }) => [code, where.line])).toEqual([
      ['digest/nonsense-title', 3],
      ['digest/unplaced-id', 3],
    ]);
  });
});
