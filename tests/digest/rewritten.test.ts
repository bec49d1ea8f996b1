/** Functions whose expressions took more than linear time give what those expressions gave. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstNameFirst } from '../../src/digest/names/name.ts';
import { fenceMark } from '../../src/digest/document/source.ts';
import { tidyTitle } from '../../src/digest/document/titles.ts';
import { bibtexNames } from '../../src/digest/names/bibtex.ts';
import { runs } from '../runs.ts';

const textOf = (...parts: readonly string[]) =>
  fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((found) => found.join(''));

test('a name with one comma is turned round', () => {
  fc.assert(
    fc.property(textOf('Ann', 'Bee', ' ', ', ', ','), (name) => {
      const trimmed = name.trim();
      fc.pre(!/^,|,$|,\s*,/.test(trimmed));
      const old = trimmed.replace(/^\s*([^,]+?)\s*,\s*([^,]+?)\s*$/, '$2 $1');
      expect(firstNameFirst(trimmed)).toBe(old);
    }),
    runs(300),
  );
});

test('the fence of a block of code is read with its language', () => {
  fc.assert(
    fc.property(textOf('```', '~~~', '`', ' ', '\t', 'js', '\u00a0'), (line) => {
      const old = /^\s{0,12}(`{3,40}|~{3,40})\s*([^\s`]{0,40})\s*$/.exec(line);
      expect(fenceMark(line)).toEqual(old ? { marks: old[1], language: old[2] } : undefined);
    }),
    runs(300),
  );
});

test('a title loses an address behind it, a rating and an open bracket', () => {
  const old = (text: string): string => {
    let title = text
      .replaceAll(/\s+/g, ' ')
      .replace(/^(?:#?\d{1,4}\s?[.):、]\s+|[([]\d{1,4}[)\]]\s+)(?=\S)/, '')
      .replace(/\s*[(（]?https?:\/\/\S+$/, '')
      .replace(/\s*[\u2b50👍🔥▲❤]\ufe0f?\s?[\d.,]{1,8}k?(?:\/10)?$/u, '')
      .trim();
    if (/^\[[^[\]]*\]$/.test(title)) title = title.slice(1, -1);
    return title.replace(/^\[\s*(?=[^\]]*$)/, '').trim();
  };
  fc.assert(
    fc.property(
      textOf('Frogs', ' ', '  ', 'https://', 'http://a.b', '(', '[', ']', '⭐', '🔥 8.5k', '12. '),
      (text) => {
        expect(tidyTitle(text)).toBe(old(text));
      },
    ),
    runs(1000),
  );
});

test('names are parted at `and` and lose their marks', () => {
  fc.assert(
    fc.property(textOf('Ann', 'Bee', ' and ', '  and\n', ' ', '*', '\\*', '†'), (tex) => {
      const old = tex
        .split(/\s+and\s+/i)
        .map((name) =>
          name
            .replaceAll(/\s+/g, ' ')
            .trim()
            .replace(/(?:\\?[*†‡§¶])+$/, ''),
        )
        .filter((name) => !/^(?:and)?$/.test(name.trim()));
      fc.pre(!/\\\*(?![*†\\]*(?:\s+and\s|\s*$))/.test(tex));
      expect(bibtexNames(tex)).toEqual(old);
    }),
    runs(300),
  );
});
