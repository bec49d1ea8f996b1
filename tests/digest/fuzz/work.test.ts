/** Work in proportion to the text, whatever the text is: no reading hangs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';
import { runs } from '../../runs.ts';
import { part, pieces } from './mutations.ts';
import { shapes } from './shapes.ts';
import { openCounter } from './work.ts';

const file = 'archive/digests/2025-02-19-x.txt';

/** Characters that are put into a shape: for what is quadratic, this is also the number of calls for each. */
const length = 16_000;

/**
 * Calls for each character that are enough for any text: most take less than a hundred, comments of HTML that are
 * never closed 5,000 where three formats of Markdown look at them.
 */
const most = 8000;

test('a text of one thing many times is read in calls in proportion to its length', async () => {
  const counter = await openCounter();
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(shapes)),
        fc.option(fc.constantFrom(...pieces), { nil: undefined }),
        part,
        fc.boolean(),
        async ([format, shape], piece = shape, at, isForced) => {
          const place = Math.floor(at * shape.length);
          const many = piece.repeat(Math.ceil(length / piece.length));
          const text = shape.slice(0, place) + many + shape.slice(place);
          const options = isForced ? { format } : {};
          const calls = await counter.callsIn(() => parseDigest({ file, text }, options));
          expect(calls).toBeGreaterThan(0);
          expect(calls / text.length).toBeLessThan(most);
        },
      ),
      runs(15),
    );
  } finally {
    counter.close();
  }
});
