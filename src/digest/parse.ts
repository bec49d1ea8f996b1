import { diagnostic } from '../diagnostics/diagnostic.ts';
import { withoutForgedMarks } from '../text/emphasis.ts';
import { formatOf, formats } from './formats/index.ts';
import { eachLine, firstVisible } from './lines.ts';
import type { Capture, DigestFormat, LineAccount, ParsedDigest } from './model.ts';
import { unplacedIdentifiers } from './unplaced.ts';

/** Below this confidence no format is taken for granted. */
const leastConfidence = 0.4;

export interface ParseOptions {
  /** Id of the format to read the capture as, whatever it looks like. */
  readonly format?: string | undefined;
}

const blank: LineAccount = { kind: 'blank', reason: 'blank: white space only' };
const unread: LineAccount = {
  kind: 'unaccounted',
  reason: 'unaccounted: the file was not recognised, so that none of it was read',
};

/** A capture that nothing reads: no papers, and one problem that says why. */
function refused({ file, text }: Capture, why: string): ParsedDigest {
  const lines: LineAccount[] = [];
  eachLine(text, (start, end) =>
    lines.push(firstVisible(text, start, end) === end ? blank : unread),
  );
  const ids = formats.map(({ id }) => id).join(', ');
  const problem = diagnostic('digest/unknown-format', { file, line: 1 }, { why, formats: ids });
  return { format: '', why, dates: [], banner: [], papers: [], lines, problems: [problem] };
}

/** Characters of a first line that are enough to know a file by. */
const shown = 60;

/** What a person would say of a file that is no digest. */
function seenIn(text: string): string {
  const begin = firstVisible(text, 0, text.length);
  if (begin === text.length) return 'it is empty';
  const line = /^.*/.exec(text.slice(begin, begin + shown + 1))?.[0].trim() ?? '';
  const first = `it begins "${line.length > shown ? `${line.slice(0, shown)}…` : line}"`;
  if (!/^<(?:!doctype html|html|head|body)\b/i.test(line)) return first;
  return 'it is a saved web page (HTML); open it in a browser, copy its text, and paste that with `npm run add -- -`';
}

/** The most confident format, or what each saw where none is confident enough. */
function choose(capture: Capture): DigestFormat | string {
  const ranked = formats
    .map((format) => ({ format, ...format.recognise(capture) }))
    .toSorted((one, other) => other.confidence - one.confidence);
  const [best] = ranked;
  if (best && best.confidence >= leastConfidence) return best.format;
  const near = ranked.filter(({ confidence }) => confidence > 0).slice(0, 3);
  return [
    seenIn(capture.text),
    ...near.map(({ format, why }) => `as ${format.label}: ${why}`),
  ].join('; ');
}

/**
 * Reads a capture in the format that recognises it best, or in a given one.
 *
 * @returns papers, and one account for every line; a file that no format recognises has no papers and a
 * `digest/unknown-format` problem, one that has none a `digest/no-papers` problem. Identifiers
 * that no paper has are told as `digest/unplaced-id`. Never throws.
 */
export function parseDigest(capture: Capture, { format: id }: ParseOptions = {}): ParsedDigest {
  const chosen =
    id === undefined ? choose(capture) : (formatOf(id) ?? `there is no format "${id}"`);
  if (typeof chosen === 'string') return refused(capture, chosen);
  const read = { ...capture, text: withoutForgedMarks(capture.text) };
  const parsed = chosen.parse(read);
  const where = { file: capture.file, line: 1 };
  const none = diagnostic('digest/no-papers', where, { format: chosen.label });
  const problems = [
    ...parsed.problems,
    ...(parsed.papers.length > 0 ? [] : [none]),
    ...unplacedIdentifiers(read, parsed),
  ];
  return { ...parsed, problems };
}
