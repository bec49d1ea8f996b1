/** Real shapes, damaged and mixed: whatever comes in, nothing throws, nothing is lost without a word. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLines, trimLine } from '../../../src/digest/lines.ts';
import { lineKinds, type ParsedDigest } from '../../../src/digest/model.ts';
import { parseDigest } from '../../../src/digest/parse.ts';
import { readCapture } from '../../../src/digest/wrapping/read.ts';
import { readEntryFile } from '../../../src/entries/entry-file.ts';
import { serialiseEntry } from '../../../src/entries/serialise.ts';
import { planSync } from '../../../src/entries/sync.ts';
import { runs } from '../../runs.ts';
import { mutated, part } from './mutations.ts';
import { invented, shapes } from './shapes.ts';

const file = 'archive/digests/2025-02-19-x.txt';

test.each(Object.entries(shapes))('%s is read whole', (_, [format, text]) => {
  const { papers, problems, ...parsed } = parseDigest({ file, text });
  expect(parsed.format).toBe(format);
  expect(papers.map(({ title, abstract }) => ({ title, abstract }))).toEqual(
    invented.map(({ title, abstract }) => ({ title, abstract })),
  );
  expect(problems).toEqual([]);
});

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** What does not hold of a text that was read, and holds of any. */
function faultsOf(text: string, { lines, papers, problems, records }: ParsedDigest): string[] {
  const source = splitLines(text);
  const faults: string[] = [];
  if (lines.length !== source.length) faults.push('a line has no account, or two');
  lines.forEach(({ kind, reason }, index) => {
    const line = source[index] ?? '';
    const isWrong = kind === 'blank' ? /[\p{L}\p{N}]/u.test(line) : trimLine(line) === '';
    if (isWrong || !lineKinds.includes(kind) || !reason.startsWith(`${kind}: `))
      faults.push(`${kind}: ${line}`);
  });
  const isTold = problems.some(({ severity }) => severity === 'error');
  const isUnaccounted = lines.some(({ kind }) => kind === 'unaccounted');
  if ((isUnaccounted || papers.length === 0) && !isTold) faults.push('nothing is told');
  for (const {
    code,
    where: { line = 1 },
  } of problems)
    if (line < 1 || line > Math.max(1, source.length)) faults.push(`${code} stands nowhere`);
  for (const {
    title,
    abstract = 'none',
    lines: [first, last],
    record,
  } of papers) {
    if (first < 1 || first > last || last > source.length) faults.push(`${title} stands nowhere`);
    if (title.trim() === '' || /[\r\n]/.test(title)) faults.push(`a title: "${title}"`);
    if (abstract.trim() === '') faults.push(`${title} has an empty abstract`);
    if (record !== undefined && !records?.[record - 1]) faults.push(`${title} has no record`);
  }
  return faults;
}

/** Expects that everything is accounted for, and nothing lost without a word where there are papers. */
function holds(text: string, parsed: ParsedDigest): void {
  const silent = parsed.papers.length > 0 ? lost(text, parsed) : [];
  expect([...faultsOf(text, parsed), ...silent]).toEqual([]);
}

/** The lines, from 0, of each place where words stand one after the other, however they are wrapped and marked. */
function placesOf(own: readonly string[], source: readonly string[]): number[][] {
  const all = source.flatMap((line, index) => wordsOf(line).map((word) => ({ word, index })));
  return all.flatMap(({ word }, at) => {
    if (word !== own[0]) return [];
    const run = all.slice(at, at + own.length);
    const isOwn = run.length === own.length && run.every((it, place) => it.word === own[place]);
    return isOwn ? [run.map(({ index }) => index)] : [];
  });
}

/** Identifiers and abstracts of the papers that were put in, which neither stand in a paper nor are told. */
function lost(text: string, { lines, papers, problems, records = [] }: ParsedDigest): string[] {
  const said = problems.map(({ what }) => what);
  const inRecords = records.map(({ start, end }) => text.slice(start, end));
  const known = [JSON.stringify(papers), ...said, ...inRecords].join('\n');
  const read = papers.flatMap(({ title, abstract = '', facts: { comment = '' } }) =>
    wordsOf(`${title} ${abstract} ${comment}`),
  );
  const words = ` ${read.join(' ')} `;
  return invented.flatMap(({ arxiv, abstract }) => {
    const stands = new RegExp(`(?<![\\w.,-])${arxiv.replace('.', '\\.')}(?![\\w.-])`).test(text);
    const own = wordsOf(abstract);
    const isRead = [own.slice(0, 16), own.slice(-16)].some((some) =>
      words.includes(` ${some.join(' ')} `),
    );
    const places = isRead ? [] : placesOf(own, splitLines(text));
    const silent = places.filter((place) =>
      place.every((index) => !/^(?:record|unaccounted)$/.test(lines[index]?.kind ?? '')),
    );
    return [
      ...(stands && !known.includes(arxiv) ? [arxiv] : []),
      ...silent.map(([line = 0]) => `line ${String(line + 1)}: ${abstract}`),
    ];
  });
}

describe('a damaged digest', () => {
  test('is accounted for, in the format that recognises it', () => {
    fc.assert(
      fc.property(mutated(5), ({ text }) => holds(text, parseDigest({ file, text }))),
      runs(150),
    );
  });

  test('is accounted for, in the format that it once had', () => {
    fc.assert(
      fc.property(mutated(5), ({ format, text }) =>
        holds(text, parseDigest({ file, text }, { format })),
      ),
      runs(150),
    );
  });

  test('gives entries that are read as they were written', () => {
    fc.assert(
      fc.property(mutated(4), ({ text }) => {
        const { papers } = parseDigest({ file, text });
        const digests = [{ id: '2025-02-19-x', date: '2025-02-19', papers }];
        const { writes, problems } = planSync({ digests, entries: [], unreadable: [] });
        expect(problems.filter(({ code }) => code === 'entry/not-written')).toEqual([]);
        const entries = writes.map(({ id, text: written }) => {
          const reading = readEntryFile(`${id}.md`, `${id}.md`, Buffer.from(written));
          if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
          expect(serialiseEntry(reading.stored.entry)).toBe(written);
          return reading.stored;
        });
        expect(planSync({ digests, entries, unreadable: [] }).writes).toEqual([]);
      }),
      runs(60),
    );
  });
});

/** A text as files and mails bring it. */
const wrappings: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  (text) => gzipSync(text),
  (text) =>
    Buffer.from(
      `From: list@example.org\nSubject: papers\nDate: Wed, 19 Feb 2025 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\n')}\n`,
    ),
  (text) =>
    Buffer.from(
      `From: list@example.org\nSubject: papers\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=rope\n\n--rope\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n${text.replaceAll('=', '=3D').replaceAll(/.{70}/g, '$&=\n')}\n--rope\nContent-Type: text/html\n\n<p>${text}</p>\n--rope--\n`,
    ),
];

describe('damaged bytes', () => {
  test('are read or refused, whatever they are wrapped in', async () => {
    await fc.assert(
      fc.asyncProperty(
        mutated(2),
        fc.constantFrom(...wrappings),
        fc.array(fc.tuple(part, fc.integer({ min: 0, max: 255 }), fc.boolean()), { maxLength: 4 }),
        async ({ text }, wrap, changes) => {
          let bytes = wrap(text);
          for (const [at, value, cut] of changes) {
            const place = Math.floor(at * bytes.length);
            if (cut) bytes = bytes.subarray(0, place);
            else bytes[place] = value;
          }
          const reading = await readCapture(file, bytes);
          const documents = reading.ok ? reading.documents : [];
          expect(documents.flatMap(({ text: own, parsed }) => faultsOf(own, parsed))).toEqual([]);
          expect(reading.ok || reading.problem.severity).not.toBe('notice');
        },
      ),
      runs(60),
    );
  });
});
