import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLines } from '../../src/text/byte-lines.ts';

/** Pieces of bytes, each in the place of the one before, as a file is read. */
function* inPlace(bytes: Buffer, size: number): Generator<Buffer> {
  const place = Buffer.alloc(size);
  for (let start = 0; start < bytes.length; start += size)
    yield place.subarray(0, bytes.copy(place, 0, start));
}

test('lines of bytes are those of the text, the empty one behind the last end left out', () => {
  const lines = fc.array(fc.constantFrom('', 'kiln', 'glühen', '窯\r'));
  fc.assert(
    fc.property(lines, fc.boolean(), fc.nat(12), (all, ended, size) => {
      const text = all.join('\n') + (ended ? '\n' : '');
      const read = Array.from(byteLines(inPlace(Buffer.from(text), size + 1)), String);
      const wanted = text.split('\n');
      if (wanted.at(-1) === '') wanted.pop();
      expect(read).toEqual(wanted);
    }),
  );
});
