import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { isCalendarDate } from './date.ts';
import { formatOf } from './formats/index.ts';

/**
 * What a person decided about a capture, each a word in its name: later builds learn it from there.
 *
 * - `yes`: it is a digest, however little it looks like one; see `judge`
 * - `private`: nobody else sees the archive, and nothing private is cut out of it; see `withoutPrivate`
 */
export const captureMarks = ['yes', 'private'] as const;
export type CaptureMark = (typeof captureMarks)[number];

/** What the file name of a capture says. */
export interface DigestName {
  /** File name without its extension: the digest's id and address. */
  readonly id: string;
  /** ISO date, YYYY-MM-DD. */
  readonly date: string;
  /** For readers, e.g. "Trending". */
  readonly name: string;
  /** Lower case, without the dot; empty if there is none. */
  readonly extension: string;
  /** Format it was forced to, if its name says so: `2025-03-11-trending.hf-text.txt`. */
  readonly format?: string;
  /** In the order of the name: `2025-03-11-trending.yes.txt`. */
  readonly marks?: readonly CaptureMark[];
}

export type NameReading =
  | { readonly ok: true; readonly name: DigestName }
  | { readonly ok: false; readonly problem: Diagnostic };

/** How words are written that capitals make readable. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['hf', 'HF'],
  ['arxiv', 'arXiv'],
  ['ai', 'AI'],
  ['ml', 'ML'],
  ['nlp', 'NLP'],
  ['cv', 'CV'],
  ['rl', 'RL'],
  ['llm', 'LLM'],
  ['llms', 'LLMs'],
]);

/** `hf-weekly` → `HF weekly`. */
function readable(slug: string): string {
  const words = slug.split(/[-_.]+/).filter((word) => word !== '');
  const spelled = words.map((word) => spellings.get(word.toLowerCase()) ?? word);
  const first = spelled[0];
  if (first === undefined) return 'Digest';
  const start = spellings.has((words[0] ?? '').toLowerCase())
    ? first
    : first.slice(0, 1).toUpperCase() + first.slice(1);
  return [start, ...spelled.slice(1)].join(' ');
}

/** The words at the end of a name that are no part of the id: the format, if it was forced, and marks, in any order. */
function decisionsIn(stem: string): Pick<DigestName, 'id' | 'format' | 'marks'> {
  const marks: CaptureMark[] = [];
  let format: string | undefined;
  for (let id = stem; ; id = id.slice(0, id.lastIndexOf('.'))) {
    const word = /\.([a-z0-9-]+)$/.exec(id)?.[1] ?? '';
    const mark = captureMarks.find((it) => it === word && !marks.includes(it));
    const forced = format === undefined ? formatOf(word)?.id : undefined;
    if (mark !== undefined) marks.unshift(mark);
    else if (forced !== undefined) format = forced;
    else return { id, ...(format !== undefined && { format }), ...(marks.length > 0 && { marks }) };
  }
}

/**
 * Reads the name of a capture: `YYYY-MM-DD-NAME.EXT`, or `YYYY-MM-DD-NAME.FORMAT.MARK.EXT` where its format was
 * forced or something else was decided about it; NAME may be missing. The id becomes part of an address, so that a
 * name holds ASCII letters, digits, `-`, `_` and `.` alone.
 *
 * @param fileName base name or path; only what follows the last slash counts
 * @returns the name's parts, or a `digest/file-name` problem placed at `fileName`
 */
export function parseDigestName(fileName: string): NameReading {
  const base = fileName.slice(fileName.lastIndexOf('/') + 1);
  const match = /^(\d{4}-\d{2}-\d{2})(?:[-_.]([A-Za-z0-9._-]+))?$/.exec(base);
  const date = match?.[1];
  if (match === null || date === undefined || !isCalendarDate(date) || base.length > 120) {
    return {
      ok: false,
      problem: diagnostic('digest/file-name', { file: fileName }, { name: base }),
    };
  }
  const extension = /\.([A-Za-z0-9]+)$/.exec(base)?.[1] ?? '';
  const stem = extension === '' ? base : base.slice(0, -extension.length - 1);
  const { id, ...decided } = decisionsIn(stem);
  const name = readable(id.slice(date.length));
  return { ok: true, name: { id, date, name, extension: extension.toLowerCase(), ...decided } };
}
