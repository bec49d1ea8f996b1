import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.ts';
import { parseTopicFile } from '../../src/topics/parse.ts';

function problems(text: string, file = 'archive/topics/birds.md'): string[] {
  return parseTopicFile(file, text).problems.map(
    ({ code, where, what }) => `${formatPlace(where)} ${code} ${what}`,
  );
}

const head = '---\nlabel: Birds\ndescription: Feathered animals.\n';

it('reads a file', () => {
  const text = `${head}terms:\n  - owl\n  - { term: feather*, weight: weak, where: title }\nexclude: [{ term: badminton, weight: veto }]\n---\n\nNotes.\n`;
  expect(parseTopicFile('archive/topics/birds.md', text)).toEqual({
    problems: [],
    rules: {
      id: 'birds',
      label: 'Birds',
      description: 'Feathered animals.',
      terms: [
        { term: 'owl', weight: 'normal', where: 'any' },
        { term: 'feather*', weight: 'weak', where: 'title' },
      ],
      exclude: [{ term: 'badminton', weight: 'veto', where: 'any' }],
      ignore: [],
      context: [],
      threshold: 7,
      notes: 'Notes.',
    },
  });
});

it('reads a file with a byte order mark and carriage returns', () => {
  const text = `\ufeff${head}terms: [owl]\n---\n`.replaceAll('\n', '\r\n');
  expect(parseTopicFile('birds.md', text).rules?.label).toBe('Birds');
});

describe('says what is wrong, and where', () => {
  it.each([
    ['# Birds\n', 'birds.md:1:1', 'does not begin with it'],
    [`${head}terms: [owl\n---\n`, 'birds.md:4:', 'not valid YAML'],
    ['---\n---\n', 'birds.md:2:1', '`label` of this topic'],
    [`${head}terms:\n  - owl\n  - 7\n---\n`, 'birds.md:6:5', '`terms 2` of this topic'],
    [`${head}terms:\n  - owl\n  - a, b\n---\n`, 'birds.md:6:5', 'parted by spaces and hyphens'],
    [
      `${head}terms:\n  - owl\n  - { term: jay, weight: heavy }\n---\n`,
      'birds.md:6:26',
      '`terms 2 → weight` of this topic is not valid: it must be one of weak, normal, strong, key.',
    ],
    [
      `${head}terms:\n  - { term: jay, wieght: weak }\n---\n`,
      'birds.md:5:18',
      'there is no field "wieght"',
    ],
    [`${head}terms: [owl]\nterm: [jay]\n---\n`, 'birds.md:5:1', 'there is no field "term"'],
    [`${head}terms:\n  - *bench\n---\n`, 'birds.md:5:5', 'put text that begins with `*` in quotes'],
    [
      `${head}terms:\n  - { term: jay, context: with }\n---\n`,
      'birds.md:5:5',
      'the topic has no `context` list',
    ],
    [`${head}terms:\n  - owl\n  - Owls\n---\n`, 'birds.md:6:5', '"Owls" says the same as term 1'],
    [`${head}terms: [owl]\nthreshold: 0\n---\n`, 'birds.md:5:12', '`threshold` of this topic'],
  ])('%j', (text, place, what) => {
    const found = problems(text);
    expect(found.join('\n')).toContain(`archive/topics/${place}`);
    expect(found.join('\n')).toContain(what);
    expect(found.every((line) => line.includes(' topic/schema '))).toBe(true);
  });

  it('a file name that cannot be an address', () => {
    expect(problems(`${head}terms: [owl]\n---\n`, 'archive/topics/My Birds.md')).toEqual([
      'archive/topics/My Birds.md:1:1 topic/schema `file name` of this topic is not valid: "My Birds" cannot be an address: use a to z, 0 to 9 and single hyphens.',
    ]);
  });
});
