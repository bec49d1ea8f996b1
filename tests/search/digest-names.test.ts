import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDigestName } from '../../src/digest/name.ts';
import { digestLabel, namesToTell } from '../../src/search/digest-names.ts';

it.each([
  ['2025-03-11-trending', {}, 'Trending, 11 March 2025'],
  ['2025-03-11-hf-weekly', { '-hf-weekly': 'HF weekly' }, 'HF weekly, 11 March 2025'],
  ['2025-03-11', {}, '11 March 2025'],
  ['2025-03-11constructor', {}, 'Constructor, 11 March 2025'],
])('%s is %s', (id, names, label) => {
  expect(digestLabel(id, names)).toBe(label);
});

it('tells a name once for all digests of that name, and only where the id does not', () => {
  const digests = [
    { id: '2025-03-11-hf-weekly', name: 'HF weekly' },
    { id: '2025-03-18-hf-weekly', name: 'HF weekly' },
    { id: '2025-03-11-trending', name: 'Trending' },
  ];
  expect(namesToTell(digests)).toEqual({ '-hf-weekly': 'HF weekly' });
});

it('tells of one digest what others of its part are not called', () => {
  const digests = [
    { id: '2025-03-12-trending', name: 'Trending on Hugging Face' },
    { id: '2025-03-11-trending', name: 'Trending' },
    { id: '2025-03-10-trending', name: 'Trending on Hugging Face' },
  ];
  const names = namesToTell(digests);
  expect(names).toEqual({
    '-trending': 'Trending on Hugging Face',
    '2025-03-11-trending': 'Trending',
  });
  for (const { id, name } of digests) expect(digestLabel(id, names)).toContain(`${name}, `);
});

it('reads as the name that the archive gives the digest', () => {
  const part = fc.stringMatching(/^(?:[-_.][A-Za-z0-9]{1,8}){0,4}$/);
  fc.assert(
    fc.property(part, (rest) => {
      const reading = parseDigestName(`2025-03-11${rest}.txt`);
      if (!reading.ok) return;
      const { id, name } = reading.name;
      expect(digestLabel(id, namesToTell([{ id, name }]))).toBe(`${name}, 11 March 2025`);
    }),
  );
});
