import { describe, expect, it } from 'vitest';
import { parseDigest } from '../../src/digest/parse.ts';
import { parseDigestName } from '../../src/digest/name.ts';
import { readAccounts } from '../../src/entries/account-lines.ts';
import { accountProblems, listsOf, updateAccounts } from '../../src/entries/accounts.ts';
import { hashOf, type ReadDigest } from '../../src/entries/captures.ts';

const text = `Mar 11

A Good Paper about Small Archives

We describe a small archive of papers and show that it can be read by everybody, and for a long time.

Another Good Paper about Large Archives

We describe another archive of papers and compare it with the first one in three experiments.
`;

function digest(fileName: string, capture: string): ReadDigest {
  const name = parseDigestName(fileName);
  if (!name.ok) throw new Error(name.problem.what);
  const file = `archive/digests/${fileName}`;
  const hash = hashOf(new TextEncoder().encode(capture));
  return {
    name: name.name,
    file,
    hash,
    text: capture,
    parsed: parseDigest({ file, text: capture }),
  };
}

const listed = () => true;

describe('accounts', () => {
  const one = digest('2025-03-11-a.txt', text);

  it('say what was read out of which bytes', () => {
    expect(readAccounts(updateAccounts('', [one], listed))).toMatchObject([
      { digest: '2025-03-11-a', papers: 2, lines: { date: 1, title: 2, abstract: 2, blank: 4 } },
    ]);
  });

  it('do not change when nothing does', () => {
    const kept = updateAccounts('', [one], listed);
    expect(updateAccounts(kept, [one], listed)).toBe(kept);
    expect(accountProblems([one], readAccounts(kept), listed)).toEqual([]);
  });

  it('show that a capture was edited, until a person says it is meant', () => {
    const kept = updateAccounts('', [one], listed);
    const edited = digest('2025-03-11-a.txt', text.replace('small', 'big'));
    expect(accountProblems([edited], readAccounts(kept), listed)).toMatchObject([
      {
        code: 'digest/changed',
        severity: 'error',
        where: { file: 'archive/digests/2025-03-11-a.txt' },
      },
    ]);
    expect(updateAccounts(kept, [edited], listed)).toBe(kept);
    expect(
      accountProblems([edited], readAccounts(updateAccounts('', [edited], listed)), listed),
    ).toEqual([]);
  });

  it('show that a digest is missing or read otherwise', () => {
    const kept = updateAccounts('', [one], listed);
    expect(accountProblems([one], [], listed)).toMatchObject([{ code: 'digest/no-account' }]);
    const otherwise = readAccounts(kept.replace('"papers":2', '"papers":3'));
    expect(accountProblems([one], otherwise, listed)).toMatchObject([
      { code: 'digest/read-otherwise' },
    ]);
  });

  it('survive lines that are no accounts', () => {
    expect(readAccounts('nonsense\n{"digest": 1}\n\n')).toEqual([]);
  });

  it('of a digest that no entry is from hold for the same bytes alone: the name may be given again', () => {
    const kept = updateAccounts('', [one], listed);
    const other = digest('2025-03-11-a.txt', text.replaceAll('rchive', 'tlas'));
    const others = listsOf({ entries: [], unreadable: [{ id: 'x', text: 'of 2025-03-12-a' }] });
    expect(updateAccounts(kept, [other], others)).toBe(updateAccounts('', [other], listed));
    expect(updateAccounts(kept, [], others)).toBe('');
    expect(accountProblems([other], readAccounts(kept), others)).toMatchObject([
      { code: 'digest/no-account' },
    ]);
    expect(accountProblems([one], readAccounts(kept), others)).toEqual([]);
    const edited = listsOf({ entries: [], unreadable: [{ id: 'x', text: 'of 2025-03-11-a' }] });
    expect(updateAccounts(kept, [other], edited)).toBe(kept);
  });
});
