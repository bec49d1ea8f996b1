import { afterEach, expect, it, vi } from 'vitest';
import { authorNamed } from '../../../src/search/browser/suggest/known.ts';

afterEach(() => vi.unstubAllGlobals());

it('finds the page of a name, whatever its accents, and though its address ends with a hash', async () => {
  const files: Record<string, unknown> = {
    'suggest.json': { topics: [], authors: ['every'] },
    'every.json': [
      ['Élodie Davy-Roux', 3],
      ['Élodie Davy', 4],
      ['吴 Fu', 3, 'fu-0123456789'],
    ],
  };
  vi.stubEnv('BASE_URL', '/');
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(Response.json(files[address.split('/').at(-1) ?? ''])),
  );
  expect(await authorNamed('davy elodie')).toBeUndefined();
  expect(await authorNamed('吴 fu')).toBe('fu-0123456789');
  expect(await authorNamed('elodie davy')).toBe('elodie-davy');
});
