import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.ts';
import { joinNames, parseSynonyms } from '../../src/search/synonyms.ts';
import { foundingFile } from '../founding.ts';

const read = (text: string) => parseSynonyms('s.yaml', text);

describe('parseSynonyms', () => {
  it.each([
    ['', []],
    ['# nothing yet\n', []],
    ['- [RLHF, learning from feedback]\n', [['RLHF', 'learning from feedback']]],
    ['- - tea\n  - chai\n  - cha\n', [['tea', 'chai', 'cha']]],
    [
      '[[tea, chai], [cup, bowl]]',
      [
        ['tea', 'chai'],
        ['cup', 'bowl'],
      ],
    ],
    ['- ["TEA: a name", "a, b"]', [['TEA: a name', 'a, b']]],
    // To YAML these are a number and a truth value.
    ['- [1e3, true]', [['1e3', 'true']]],
    ['\ufeff- [tea, chai]\r\n', [['tea', 'chai']]],
  ])('%j', (text, groups) => {
    expect(read(text)).toEqual({ groups, problems: [] });
  });

  it.each([
    ['tea: chai', '1:1', 'the file must be a list of groups'],
    ['- tea\n- [cup, bowl]', '1:3', 'a group is a list of names'],
    ['- [cup, bowl]\n- {tea: chai}', '2:3', 'a group is a list of names'],
    ['- &a [cup, bowl]\n- *a', '2:3', 'a group is a list of names'],
    ['- [tea]\n', '1:3', 'a group needs two names'],
    ['# why\n- [tea, Téa]', '2:3', 'a group needs two names'],
    ['- [cup, bowl]\n- [tea, "?!"]', '2:9', 'a name is text with a letter or digit'],
    ['- - tea\n  - [chai]', '2:5', 'a name is text with a letter or digit'],
    ['- [TEA: a name, chai]', '1:4', 'a name is text with a letter or digit'],
    ['- [tea, *chai]', '1:9', 'a name is text with a letter or digit'],
    ['- [tea, ~]', '1:9', 'a name is text with a letter or digit'],
    ['- [tea, chai\n', '', 'not valid YAML'],
    ['- [tea,, chai]', '1:8', 'not valid YAML'],
  ])('%j: %s %s', (text, place, why) => {
    const [problem, ...more] = read(text).problems;
    expect(more).toEqual([]);
    expect(problem?.code).toBe('synonyms/schema');
    expect(problem && formatPlace(problem.where)).toContain(`s.yaml:${place}`);
    expect(problem?.what).toContain(why);
  });

  it('keeps the groups that are in order', () => {
    const { groups, problems } = read('- [tea, chai]\n- tea\n- [cup]\n- [cup, bowl]\n');
    expect(groups).toEqual([
      ['tea', 'chai'],
      ['cup', 'bowl'],
    ]);
    expect(problems.map(({ where }) => where.line)).toEqual([2, 3]);
  });

  it('takes any text', () => {
    const piece = fc.constantFrom(
      '- ',
      '[',
      ']',
      'tea',
      ', ',
      '\n',
      ': ',
      '"',
      '#',
      '*a',
      '&a ',
      '{',
      '}',
      '  ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { groups, problems } = read(pieces.join(''));
        for (const group of groups) expect(group.length).toBeGreaterThan(1);
        for (const { where } of problems) expect(where.line).toBeGreaterThan(0);
      }),
    );
  });
});

describe('joinNames', () => {
  const namesOf = (groups: string[][], learned = new Map()) =>
    [...joinNames(groups, learned)].flatMap(([first, names]) =>
      names.map(({ phrase, other }) => `${first}| ${phrase} = ${other}`),
    );

  it('leads from each name of a group to every other', () => {
    expect(namesOf([['Tea', 'Chai', 'Green Brew']])).toEqual([
      'tea| tea = chai',
      'tea| tea = green brew',
      'chai| chai = tea',
      'chai| chai = green brew',
      'green| green brew = tea',
      'green| green brew = chai',
    ]);
  });

  it('knows a compound whole and in parts', () => {
    expect(namesOf([['OOD', 'out-of-distribution data']])).toEqual([
      'ood| ood = out of distribution data',
      'out| out of distribution data = ood',
      'outofdistribution| outofdistribution data = ood',
    ]);
    expect(namesOf([['TTS', 'text-to-speech']])).toEqual([
      'tts| tts = texttospeech',
      'texttospeech| texttospeech = tts',
      'text| text to speech = tts',
    ]);
  });

  it('puts the names of the file before learned ones, and each once', () => {
    const learned = new Map([
      [
        'gp',
        ['gaussian process', 'general practitioner'].map((other) => ({ phrase: 'gp', other })),
      ],
    ]);
    expect(
      namesOf(
        [
          ['GP', 'genetic programming'],
          ['GP', 'Gaussian process'],
        ],
        learned,
      ),
    ).toEqual([
      'gp| gp = genetic programming',
      'gp| gp = gaussian process',
      'gp| gp = general practitioner',
      'genetic| genetic programming = gp',
      'gaussian| gaussian process = gp',
    ]);
  });
});

it('the file that an archive begins with is in order, and names nothing twice', () => {
  const { groups, problems } = read(foundingFile('synonyms.yaml'));
  expect(problems).toEqual([]);
  const lines = groups.map((group) => group.join(', '));
  expect(new Set(lines).size).toBe(lines.length);
  // A long name has one abbreviation, or its groups belong together.
  const long = groups.flatMap((group) => group.filter((name) => name.includes(' ')));
  expect(long.filter((name, at) => long.indexOf(name) !== at)).toEqual([]);
});
