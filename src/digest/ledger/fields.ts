/** Prose in the records of a structured file that went nowhere, while their papers have no abstract. */
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { Held } from './held.ts';
import type { Capture, CapturedPaper, ParsedDigest } from '../model.ts';
import { LineTable } from '../records/line-table.ts';
import { isLongProse, startOf, withoutMarkup } from './text.ts';

/** As many records show what the others are like. */
const sample = 200;

/** What parts fields in JSON, XML, CSV, BibTeX and tagged text. */
const borders = /"|<[^<>]*>|[{}]|^[A-Z][A-Z\d]{1,3} {0,2}- ?/m;

const escapes = /\\(?:u(?<code>[\da-f]{4})|(?<sign>.))/gi;
const unescaped = (source: string): string =>
  source.replaceAll(escapes, (_, code?: string, sign = '') =>
    code === undefined ? (/\w/.test(sign) ? ' ' : '’') : String.fromCharCode(parseInt(code, 16)),
  );

/** The first prose of a record that its paper does not have. */
function proseIn(source: string, paper: CapturedPaper): string | undefined {
  const held = new Held([paper]);
  return unescaped(source)
    .split(borders)
    .map(withoutMarkup)
    .find((part) => isLongProse(part) && held.missing(part).length > 0);
}

/**
 * Looks into the records of papers without an abstract, where most papers of a file have none.
 *
 * @returns one `digest/unread-field` if most of them hold prose of which nothing was read
 */
export function unreadFields(
  { file, text }: Capture,
  { papers, records }: ParsedDigest,
): Diagnostic[] {
  const bare = papers.filter(({ abstract }) => abstract === undefined);
  if (!records || bare.length * 2 < papers.length) return [];
  const some = bare.slice(0, sample);
  const found = some.flatMap((paper) => {
    const record = records[(paper.record ?? 0) - 1];
    const prose = record && proseIn(text.slice(record.start, record.end), paper);
    return prose === undefined ? [] : [{ prose, start: record?.start ?? 0 }];
  });
  const [first] = found;
  if (!first || found.length * 2 < some.length) return [];
  const where = { file, line: new LineTable(text).lineOf(first.start) };
  const facts = { count: found.length, of: some.length, start: startOf(first.prose) };
  return [diagnostic('digest/unread-field', where, facts)];
}
