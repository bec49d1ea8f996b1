import { diagnostic } from '../diagnostics/diagnostic.ts';
import { withoutForgedMarks } from '../text/emphasis.ts';
import { formatOf, formats } from './formats/index.ts';
import { doubtsOf } from './gate/doubts.ts';
import { judge, unreadDigest, type Standing } from './gate/gate.ts';
import { unheldIn, withUnread } from './ledger/ledger.ts';
import { beginning, firstVisible } from './lines.ts';
import { inDialect, type Dialect } from './dialect.ts';
import type { Capture, DigestFormat, ParsedDigest, Recognition } from './model.ts';

/** Below this confidence no format is taken for granted. */
const leastConfidence = 0.4;

/** From this confidence on no other format is asked. */
const certain = 0.95;

export interface ParseOptions extends Standing {
  /** Id of the format to read the capture as, whatever it looks like. */
  readonly format?: string | undefined;
  /** What the owner's sites and newsletters say around papers: see dialects.ts. */
  readonly dialect?: Dialect | undefined;
}

/** A capture that nothing reads: no papers, and one problem that says why. */
function refused(capture: Capture, why: string): ParsedDigest {
  const ids = formats.map(({ id }) => id).join(', ');
  const where = { file: capture.file, line: 1 };
  const problem = diagnostic('digest/unknown-format', where, { why, formats: ids });
  const reason = 'the file was not recognised, so that none of it was read';
  return unreadDigest(capture, { format: '', why, reason }, problem);
}

/** Characters of a first line that are enough to know a file by. */
const shown = 60;

/** What a person would say of a file that is no digest. */
function seenIn(text: string): string {
  const begin = firstVisible(text, 0, text.length);
  if (begin === text.length) return 'it is empty';
  const line = /^.*/.exec(text.slice(begin, begin + shown + 1))?.[0].trim() ?? '';
  const first = `it begins "${beginning(line, shown)}"`;
  if (!/^<(?:!doctype html|html|head|body)\b/i.test(line)) return first;
  return 'it is a saved web page (HTML); open it in a browser, copy its text, and paste that with `npm run add -- -`';
}

/** How near each format came, the nearest first. */
type Looks = readonly (Recognition & { readonly format: DigestFormat })[];

/** The formats that a refusal names whatever they saw: those of the files that begin so. */
const usual: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:\{|\[\s*[[{"'\]])/, ['json-records', 'jsonl']],
  [/^</, ['feed', 'hf-text']],
  [/^/, ['hf-text', 'markdown-list']],
];

/** What stands in the way of the formats that came nearest. */
function whyNone({ text }: Capture, looks: Looks): string {
  const begin = firstVisible(text, 0, text.length);
  if (begin === text.length) return seenIn(text);
  const start = text.slice(begin, begin + 100);
  const ids = usual.find(([pattern]) => pattern.test(start))?.[1] ?? [];
  const near = looks.filter(({ confidence }) => confidence > 0).slice(0, 3);
  const others = ids.flatMap((id) =>
    looks.filter((look) => look.format.id === id && !near.includes(look)),
  );
  const said = [...near, ...others]
    .slice(0, 3)
    .map(({ format, why }) => `as ${format.label}: ${why}`);
  return [seenIn(text), ...said].join('; ');
}

/**
 * The first format that is certain, or else the most confident one; why there is none where none is confident
 * enough. Formats come in the order of what it costs to ask them, so that few captures are read but once.
 */
function choose(capture: Capture): DigestFormat | string {
  const looks: Looks[number][] = [];
  for (const format of formats) {
    const look = { format, ...format.recognise(capture) };
    if (look.confidence >= certain) return format;
    looks.push(look);
  }
  looks.sort((one, other) => other.confidence - one.confidence);
  const [best] = looks;
  return best && best.confidence >= leastConfidence ? best.format : whyNone(capture, looks);
}

/**
 * Reads a capture in the format that recognises it best, or in a given one.
 *
 * @returns papers, and one account for every line; a file that no format recognises has no papers and a
 * `digest/unknown-format` problem, one that has none a `digest/no-papers` problem. Identifiers
 * that no paper has are told as `digest/unplaced-id`. Never throws.
 */
export const parseDigest = (
  capture: Capture,
  { dialect, ...options }: ParseOptions = {},
): ParsedDigest => inDialect(dialect, () => parse(capture, options));

function parse(
  capture: Capture,
  { format: id, ...standing }: Omit<ParseOptions, 'dialect'>,
): ParsedDigest {
  const read = { ...capture, text: withoutForgedMarks(capture.text) };
  const chosen = id === undefined ? choose(read) : (formatOf(id) ?? `there is no format "${id}"`);
  if (typeof chosen === 'string') return refused(capture, chosen);
  const found = withUnread(read, chosen.parse(read));
  const judged = judge(read, found, standing);
  const left = judged.papers.length;
  if (left < Math.min(found.papers.length, 1)) return judged;
  // The text of a paper that was left out is nobody's.
  const parsed = left < found.papers.length ? withUnread(read, judged) : judged;
  const where = { file: capture.file, line: 1 };
  const none = diagnostic('digest/no-papers', where, { format: chosen.label });
  const problems = [
    ...parsed.problems,
    ...(parsed.papers.length > 0 ? [] : [none]),
    ...unheldIn(read, parsed),
    ...doubtsOf(read, parsed),
  ];
  return { ...parsed, problems };
}
