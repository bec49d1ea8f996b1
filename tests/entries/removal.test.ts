import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CapturedPaper } from '../../src/digest/model.ts';
import { readEntryFile } from '../../src/entries/entry-file.ts';
import { isEdited } from '../../src/entries/origin.ts';
import { planRemoval } from '../../src/entries/removal.ts';
import { planSync } from '../../src/entries/sync.ts';
import { runs } from '../runs.ts';
import { edits } from './edits.ts';
import type { StoredEntry } from '../../src/entries/model.ts';
import type { SyncDigest } from '../../src/entries/placing.ts';

type Files = Map<string, string | Uint8Array>;

const textOf = (content: string | Uint8Array | undefined): string =>
  Buffer.from(content ?? '').toString();

function read(files: Files) {
  const entries: StoredEntry[] = [];
  const unreadable: { id: string; text: string }[] = [];
  for (const [id, content] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const reading = readEntryFile(`${id}.md`, `${id}.md`, Buffer.from(content));
    if (reading.ok) entries.push(reading.stored);
    else unreadable.push({ id, text: reading.text });
  }
  return { entries, unreadable };
}

/** Writes what the digests ask for, until nothing is left to write. */
function settle(digests: readonly SyncDigest[], files: Files): Files {
  const now = new Map(files);
  for (let round = 0; round < 4; round++) {
    const { writes } = planSync({ digests, ...read(now) });
    for (const { id, text } of writes) now.set(id, text);
    if (writes.length === 0) break;
  }
  return now;
}

const planFor = (
  digests: readonly SyncDigest[],
  files: Files,
  gone: readonly string[],
  beside = new Map<string, string>(),
) =>
  planRemoval({
    ...read(files),
    digests,
    gone: new Set(gone),
    beside,
  });

/** Carries out a plan, or its first steps, as if the rest had been cut off. */
function carryOut(
  { writes, deletes }: ReturnType<typeof planRemoval>,
  files: Files,
  steps = Infinity,
): Files {
  const now = new Map(files);
  const all = [
    ...writes.map(({ id, text, before }) => () => {
      expect(hash('sha256', now.get(id) ?? '')).toBe(before);
      now.set(id, text);
    }),
    ...deletes.map(({ id, before }) => () => {
      expect(hash('sha256', now.get(id) ?? '')).toBe(before);
      now.delete(id);
    }),
  ];
  for (const step of all.slice(0, steps)) step();
  return now;
}

const paper = (title: string, more: Partial<CapturedPaper> = {}): CapturedPaper => ({
  title,
  notation: 'plain',
  lines: [1, 3],
  facts: {},
  ...more,
});
const digest = (day: number, ...papers: CapturedPaper[]): SyncDigest => ({
  id: `2025-03-${String(20 + day)}-weekly`,
  date: `2025-03-${String(20 + day)}`,
  papers: papers.map((it, at) => ({ ...it, lines: [at * 4 + 1, at * 4 + 3] })),
});

describe('planRemoval', () => {
  const [frogs, newts] = [paper('Frogs'), paper('Newts', { abstract: 'Newts swim.' })];
  const all = [digest(0, frogs), digest(1, newts, { ...frogs, abstract: 'Frogs leap.' })];
  const [first = '', second = ''] = all.map(({ id }) => id);
  const files = settle(all, new Map());

  it('deletes what only the digest lists, and gives back what others list too', () => {
    const plan = planFor(all, files, [second]);
    expect(plan.deletes.map(({ id }) => id)).toEqual(['newts']);
    expect(plan.left).toEqual([]);
    const [write] = plan.writes;
    expect(plan.writes).toHaveLength(1);
    expect(write?.text).not.toContain('Frogs leap.');
    expect(write?.text).toBe(settle(all.slice(0, 1), new Map()).get('frogs'));
  });

  it('deletes all when all digests go', () => {
    expect(carryOut(planFor(all, files, [first, second]), files).size).toBe(0);
  });

  it.each([
    ['newts', 'edited', '\nAnd so do I.\n', [second], 'somebody edited it'],
    ['frogs', 'edited and listed elsewhere', '\nAnd so do I.\n', [second], 'somebody edited it'],
  ])('leaves %s, %s, byte for byte', (id, _, added, digests, why) => {
    const edited = new Map(files).set(id, `${textOf(files.get(id))}${added}`);
    const plan = planFor(all, edited, [second]);
    expect(plan.left).toEqual([{ id, digests, why }]);
    expect([...plan.writes, ...plan.deletes].map((it) => it.id)).not.toContain(id);
  });

  it('leaves what cannot be read, and names it only if the digest lists it', () => {
    const broken = new Map(files)
      .set('newts', textOf(files.get('newts')).replace('title: ', 'title: ['))
      .set('toads', '---\ntitle: [\n---\n');
    expect(planFor(all, broken, [second]).left).toEqual([
      { id: 'newts', digests: [second], why: 'it cannot be read' },
    ]);
  });

  it('leaves what has a record, unless other digests keep it', () => {
    const beside = new Map([
      ['newts', 'archive/records/newts.md'],
      ['frogs', 'archive/records/frogs.md'],
    ]);
    const { left, writes } = planFor(all, files, [second], beside);
    expect(left).toEqual([
      { id: 'newts', digests: [second], why: 'archive/records/newts.md belongs to it' },
    ]);
    expect(writes.map(({ id }) => id)).toEqual(['frogs']);
  });

  it('takes the listing out where the other digest is not there', () => {
    const { writes } = planFor(all.slice(1), files, [second]);
    expect(writes.map(({ id }) => id)).toEqual(['frogs']);
    expect(writes[0]?.text).toContain(`digest: ${first}`);
    expect(writes[0]?.text).not.toContain(second);
    expect(planFor([], new Map(files).set('frogs', writes[0]?.text ?? ''), [second]).left).toEqual(
      [],
    );
  });
});

/** Few values, so that papers meet in titles and ids in every way. */
const papers = fc.array(
  fc.record({
    title: fc.constantFrom('Frogs', 'FROGS!', 'Newts', 'Toads: A Survey', 'Toads', ''),
    abstract: fc.constantFrom(undefined, 'They leap.', 'They swim, all of them.'),
    arxiv: fc.constantFrom(undefined, '2401.00001', '2401.00002'),
    doi: fc.constantFrom(undefined, '10.1000/1'),
    authors: fc.constantFrom(undefined, ['Ada Newt']),
  }),
  { maxLength: 5 },
);
const made = (
  day: number,
  all: typeof papers extends fc.Arbitrary<infer P> ? P : never,
): SyncDigest =>
  digest(
    day,
    ...all.map(({ title, abstract, arxiv, doi, authors }) =>
      paper(title, {
        ...(abstract !== undefined && { abstract }),
        facts: {
          ...(arxiv !== undefined && { arxiv }),
          ...(doi !== undefined && { doi }),
          ...(authors && { authors }),
        },
      }),
    ),
  );
const kinds = Object.values(edits);

describe('adding digests and taking them back', () => {
  it('leaves every file as it was, but for edited ones, which are named', () => {
    fc.assert(
      fc.property(
        fc.array(papers, { maxLength: 3 }),
        fc.array(papers, { minLength: 1, maxLength: 2 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(kinds.length - 1), fc.nat(99)), { maxLength: 3 }),
        fc.nat(4),
        fc.nat(6),
        (old, fresh, changes, earlier, cut) => {
          const before = old.map((it, day) => made(day, it));
          let files = settle(before, new Map());
          for (const [which, kind, at] of changes) {
            const id = [...files.keys()][which % Math.max(files.size, 1)];
            const text = files.get(id ?? '');
            if (id === undefined || typeof text !== 'string') continue;
            const changed = kinds[kind]?.(text, { at, original: true, edited: true });
            if (changed !== undefined) files.set(id, changed);
          }
          files = settle(before, files);
          const added = fresh.map((it, n) => made(n - earlier, it));
          const isNew = ({ id }: SyncDigest): boolean => !before.some((it) => it.id === id);
          const news = added.filter(isNew);
          const after = settle([...before, ...news], files);
          const gone = news.map(({ id }) => id);

          const plan = planFor([...before, ...news], after, gone);
          // Cut off anywhere, the next run does the rest.
          const part = carryOut(plan, after, cut);
          const rest = carryOut(planFor([...before, ...news], part, gone), part);
          const whole = carryOut(plan, after);
          expect(rest).toEqual(whole);

          const left = new Map(plan.left.map(({ id }) => [id, after.get(id)]));
          expect(whole).toEqual(new Map([...files, ...left]));
          const unedited = read(after).entries.filter(
            ({ entry: { id, data }, text }) => left.has(id) && !isEdited(text, data.origin),
          );
          expect(unedited).toEqual([]);
        },
      ),
      runs(300),
    );
  }, 120_000);
});
