import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutIdleSpace } from '../../src/publish/idle-space.ts';

it.each([
  [
    '<!DOCTYPE html> <html> <head> <meta charset="utf-8"> <title> A </title>',
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title> A </title>',
  ],
  [
    '<p>\nOne <a href="/">two</a>  <small>three</small>\n</p> <p>',
    '<p>One <a href="/">two</a>  <small>three</small></p> <p>',
  ],
  [
    '<ul> <li> a </li><li> <b>b</b> <i>c</i> </li> </ul>',
    '<ul><li>a</li><li><b>b</b> <i>c</i></li></ul>',
  ],
  [
    '<summary>B</summary> <pre data-copy> a\n <b>x</b> \n</pre>',
    '<summary>B</summary> <pre data-copy> a\n <b>x</b> \n</pre>',
  ],
  ['a <meta content="x > y" name=\'a > b\'> b', 'a<meta content="x > y" name=\'a > b\'>b'],
  ['a <picture> <hr/> <lime> <pre> ', 'a <picture><hr/><lime> <pre> '],
])('%s', (html, tight) => {
  expect(withoutIdleSpace(html)).toBe(tight);
});

it('keeps the words of one block apart from those of the next', () => {
  expect(withoutIdleSpace('<h2> A </h2> <div> <p> b </p> </div> <p>c</p>')).toBe(
    '<h2>A</h2> <div><p>b</p> </div><p>c</p>',
  );
});

it('takes nothing but white space', () => {
  const piece = fc.constantFrom(
    ' ',
    '\n',
    '<p>',
    '</li>',
    '<li class="a > b">',
    '<a>',
    'x',
    '<pre>',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = pieces.join('');
      const bare = (text: string) => text.replaceAll(/[ \n]/g, '');
      expect(bare(withoutIdleSpace(html))).toBe(bare(html));
    }),
  );
});
