import { describe, expect, it } from 'vitest';
import {
  checked,
  isList,
  isNumber,
  isOptional,
  isRecord,
  isShaped,
  isText,
  isTuple,
  itemsOf,
  parsed,
  type Is,
} from '../src/shapes.ts';

const isCup = isShaped({ tea: isText, spoons: isOptional(isNumber) });
const isPair = isTuple<[string, number?]>(isText, isOptional(isNumber));

describe('values from outside', () => {
  it.each<readonly [is: Is<unknown>, value: unknown, expected: boolean]>([
    [isCup, { tea: 'Oolong' }, true],
    [isCup, { tea: 'Oolong', spoons: 2, saucer: true }, true],
    [isCup, { tea: 'Oolong', spoons: '2' }, false],
    [isCup, { spoons: 2 }, false],
    [isCup, null, false],
    [isCup, 'Oolong', false],
    [isPair, ['Oolong'], true],
    [isPair, ['Oolong', 2, 'more'], true],
    [isPair, ['Oolong', 'two'], false],
    [isPair, { 0: 'Oolong' }, false],
    [isList(isText), [], true],
    [isList(isText), ['Oolong', 2], false],
    [isRecord(isText), { tea: 'Oolong' }, true],
    [isRecord(isText), { spoons: 2 }, false],
  ])('%# are what they should be, or not', (is, value, expected) => {
    expect(is(value)).toBe(expected);
    expect(checked(value, is)).toBe(expected ? value : undefined);
  });

  it('are left out of lists where they are not', () => {
    expect(itemsOf(['Oolong', 2, null, 'Assam'], isText)).toEqual(['Oolong', 'Assam']);
    expect(itemsOf({ length: 1 }, isText)).toEqual([]);
  });

  it.each([
    ['{"tea":1}', { tea: 1 }],
    ['{"tea"', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j as JSON', (json, value) => {
    expect(parsed(json)).toEqual(value);
  });
});
