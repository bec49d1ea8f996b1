import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../src/map/address.ts';

const anyId = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const part = fc.integer({ min: 0, max: 1000 }).map((steps) => steps / 1000);

describe('the address of a view', () => {
  it.each([
    ['#paper=some-paper', { paper: 'some-paper' }],
    ['?paper=some-paper', { paper: 'some-paper' }],
    ['#papers=a,b,C!,d', { papers: ['a', 'b', 'd'] }],
    ['#topic=bells&topic=moths', { topics: ['bells', 'moths'] }],
    ['#region=Rivers%20%26%20deltas', { regions: ['Rivers & deltas'] }],
    ['#at=0.5,0.25,4.00', { at: { x: 0.5, y: 0.25, zoom: 4 } }],
  ])('%s', (text, said) => {
    expect(readAddress(text)).toEqual({ papers: [], topics: [], regions: [], ...said });
  });

  it.each(['', '#', '#region-3', '#paper=../x', '#at=2,0,4', '#at=a,b,c', '?utm_source=x'])(
    '%s says nothing of the map',
    (text) => {
      expect(readAddress(text)).toBeUndefined();
    },
  );

  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            paper: anyId,
            papers: fc.array(anyId, { maxLength: 20 }),
            topics: fc.array(anyId, { maxLength: 4 }),
            regions: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
            at: fc.record({
              x: part,
              y: part,
              zoom: fc.integer({ min: 102, max: 4800 }).map((zoom) => zoom / 100),
            }),
          },
          { requiredKeys: ['papers', 'topics', 'regions'] },
        ),
        (address) => {
          fc.pre(writeAddress(address) !== '');
          expect(readAddress(writeAddress(address))).toEqual(address);
        },
      ),
    );
  });
});
