import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { entryNotices, type EntriesInput } from '../../src/check/entry-notices.ts';
import { hashOf } from '../../src/entries/captures.ts';
import type { Frontmatter } from '../../src/entries/model.ts';
import { parseEntry } from '../../src/entries/parse.ts';
import { parseRecordFile } from '../../src/entries/records/parse.ts';
import { serialiseRecord } from '../../src/entries/records/serialise.ts';
import { serialiseEntry } from '../../src/entries/serialise.ts';
import { Store } from '../../src/store/store.ts';

const digest = '2025-03-11-trending';
const lost = 'A glue of strength mathcal{O}(n) for Ain R^{ntimes d}.';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-notices-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is known of one paper. */
interface Known {
  readonly id?: string;
  readonly abstract?: string;
  readonly doi?: string;
  /** The DOI that its digest states. */
  readonly stated?: string;
  /** The abstract of its record. */
  readonly original?: string;
  /** The abstract that its digest gives, where somebody has edited the entry. */
  readonly today?: string;
  readonly gone?: true;
}

function inputOf({ id = 'glue', abstract = lost, doi, stated, ...more }: Known): EntriesInput {
  const title = 'Glue';
  const data: Frontmatter = { title, digests: [{ digest, lines: [1, 3] }], ...(doi && { doi }) };
  const made = serialiseEntry({ data, body: abstract });
  const today = serialiseEntry({ data, body: more.today ?? abstract });
  const text = more.today === undefined ? made : `${made}edited`;
  const entry = parseEntry(id, `archive/papers/${id}.md`, text);
  if (!entry.ok) throw new Error(JSON.stringify(entry.problems));
  const facts = stated === undefined ? {} : { doi: stated };
  const paper = { title, notation: 'plain' as const, lines: [1, 3] as const, facts };
  const original = { arxiv: '2409.11321', title, abstract: more.original ?? '', authors: [] };
  const occasion = { of: { title, digests: [] }, by: 'equal title', retrieved: '2025-03-11' };
  const record = parseRecordFile(
    id,
    serialiseRecord({ ...original, categories: [], withdrawn: false }, occasion),
  );
  return {
    entries: [{ entry: entry.entry, text }],
    plan: {
      placements: [{ digest, paper, id }],
      edited:
        more.today === undefined ? [] : [{ id, text, hash: hashOf(today), today, captured: data }],
    },
    records: new Map(more.original !== undefined && record.ok ? [[id, record.record]] : []),
    digests: new Set(more.gone ? [] : [digest]),
  };
}

test('what is kept of one check is what the next would find', () => {
  const store = new Store(process.cwd(), join(folder, 'store.sqlite'));
  const states: readonly (readonly [Known, readonly string[]])[] = [
    [{}, ['entry/damaged']],
    [{}, ['entry/damaged']],
    [{ doi: '10.1000/1' }, ['entry/made-up', 'entry/damaged']],
    [{ doi: '10.1000/1', stated: '10.1000/1' }, ['entry/damaged']],
    [{ doi: '10.1000/1', stated: '10.1000/2' }, ['entry/made-up', 'entry/damaged']],
    [{ doi: '10.1000/1', gone: true }, ['entry/damaged']],
    [{ original: 'It is $\\foo{n}$.' }, ['entry/formula']],
    [{ original: 'It is glue.' }, []],
    [{ original: 'It is glue.', today: 'It holds.' }, ['entry/damaged']],
    [{ original: 'It is glue.', today: `${lost}\nedited` }, []],
    [{ abstract: 'It is glue.' }, []],
    [{ id: 'paste' }, ['entry/damaged']],
  ];
  for (const [known, codes] of states) {
    const input = inputOf(known);
    const told = entryNotices(input, store);
    expect(told.map(({ code }) => code)).toEqual(codes);
    expect(told).toEqual(entryNotices(input));
    store.flush();
    expect(entryNotices(input, store)).toEqual(told);
  }
  store.close();
});

test('what is kept is not worked out again', () => {
  const file = join(folder, 'store.sqlite');
  const first = new Store(process.cwd(), file);
  const told = entryNotices(inputOf({}), first);
  first.close();
  const [stored] = inputOf({}).entries;
  const next = new Store(process.cwd(), file);
  const blind = {
    ...inputOf({}),
    entries: stored
      ? [
          {
            ...stored,
            entry: {
              ...stored.entry,
              get body(): string {
                throw new Error('read');
              },
            },
          },
        ]
      : [],
  };
  expect(entryNotices(blind, next)).toEqual(told);
  next.close();
});
