import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLines } from '../../src/text/byte-lines.ts';

test('lines of bytes are those of the text, the empty one behind the last end left out', () => {
  const lines = fc.array(fc.constantFrom('', 'kiln', 'glühen', '窯\r'));
  fc.assert(
    fc.property(lines, fc.boolean(), (all, ended) => {
      const text = all.join('\n') + (ended ? '\n' : '');
      const read = Array.from(byteLines(Buffer.from(text)), String);
      const wanted = text.split('\n');
      if (wanted.at(-1) === '') wanted.pop();
      expect(read).toEqual(wanted);
    }),
  );
});
