import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyQuery } from '../../src/search/query.ts';

describe('tidyQuery', () => {
  it.each([
    ['a\u0000b', 'a b'],
    ['a\u202eb\u200bc', 'abc'],
    ['line\nline', 'line line'],
    ['e\u0301', 'é'],
    ['\ud800x', 'x'],
    ['  two   words ', 'two words'],
    ['x'.repeat(50_000), 'x'.repeat(20_000)],
  ])('%j → %j', (raw, tidy) => {
    expect(tidyQuery(raw)).toBe(tidy);
  });

  it('is tidy once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(tidyQuery(tidyQuery(raw))).toBe(tidyQuery(raw));
      }),
    );
  });
});
