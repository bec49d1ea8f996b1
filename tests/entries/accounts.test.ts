import { describe, expect, it } from 'vitest';
import { parseDigest } from '../../src/digest/parse.ts';
import { parseDigestName } from '../../src/digest/name.ts';
import { accountProblems, readAccounts, updateAccounts } from '../../src/entries/accounts.ts';
import { hashOf, type ReadDigest } from '../../src/entries/files.ts';

const text = `Mar 11

A Good Paper about Small Archives

We describe a small archive of papers and show that it can be read by everybody, and for a long time.

Another Good Paper about Large Archives

We describe another archive of papers and compare it with the first one in three experiments.
`;

function digest(fileName: string, capture: string): ReadDigest {
  const name = parseDigestName(fileName);
  if (!name.ok) throw new Error(name.problem.what);
  const file = `content/digests/${fileName}`;
  const hash = hashOf(new TextEncoder().encode(capture));
  return { name: name.name, file, hash, parsed: parseDigest({ file, text: capture }) };
}

describe('accounts', () => {
  const one = digest('2025-03-11-a.txt', text);

  it('say what was read out of which bytes', () => {
    expect(readAccounts(updateAccounts('', [one]))).toMatchObject([
      { digest: '2025-03-11-a', papers: 2, lines: { date: 1, title: 2, abstract: 2, blank: 4 } },
    ]);
  });

  it('do not change when nothing does', () => {
    const kept = updateAccounts('', [one]);
    expect(updateAccounts(kept, [one])).toBe(kept);
    expect(accountProblems([one], readAccounts(kept))).toEqual([]);
  });

  it('show that a capture was edited, until a person says it is meant', () => {
    const kept = updateAccounts('', [one]);
    const edited = digest('2025-03-11-a.txt', text.replace('small', 'big'));
    expect(accountProblems([edited], readAccounts(kept))).toMatchObject([
      {
        code: 'digest/changed',
        severity: 'error',
        where: { file: 'content/digests/2025-03-11-a.txt' },
      },
    ]);
    expect(updateAccounts(kept, [edited])).toBe(kept);
    expect(accountProblems([edited], readAccounts(updateAccounts('', [edited])))).toEqual([]);
  });

  it('show that a digest is missing or read otherwise', () => {
    const kept = updateAccounts('', [one]);
    expect(accountProblems([one], [])).toMatchObject([{ code: 'digest/no-account' }]);
    const otherwise = readAccounts(kept.replace('"papers":2', '"papers":3'));
    expect(accountProblems([one], otherwise)).toMatchObject([{ code: 'digest/read-otherwise' }]);
  });

  it('survive lines that are no accounts', () => {
    expect(readAccounts('nonsense\n{"digest": 1}\n\n')).toEqual([]);
  });
});
