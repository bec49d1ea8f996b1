import { expect, test } from 'vitest';
import { synonymSets } from '../../../src/search/associations/wordnet.ts';

test('words of one meaning are read; names of several words and lone words are left out', () => {
  const text = [
    '  1 This database may be used by anybody.',
    '00001111 06 n 03 teapot 0 kettle 1 tea_urn 0 001 @ 00002222 n 0000 | a pot for tea  ',
    '00002222 06 n 01 vessel 0 000 | a hollow thing  ',
    '00003333 00 s 02 steaming(p) 0 Piping 0 000 | very hot  ',
    `00004444 04 n 0b ${Array.from({ length: 11 }, (_, at) => `w${'abcdefghijk'[at]} 0`).join(' ')} 000 | eleven`,
    '',
  ].join('\n');
  expect([...synonymSets(text)]).toEqual([
    ['teapot', 'kettle'],
    ['steaming', 'piping'],
    Array.from('abcdefghijk', (letter) => `w${letter}`),
  ]);
});
