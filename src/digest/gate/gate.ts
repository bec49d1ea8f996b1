/** The gate: what was read as papers is judged before it becomes an archive. Pure. */
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { counted } from '../../text/counted.ts';
import { countKinds } from '../account.ts';
import { largestGroup } from '../largest-group.ts';
import { LineLedger } from '../line-ledger.ts';
import { beginning, splitLines } from '../lines.ts';
import type { Capture, CapturedPaper, ParsedDigest } from '../model.ts';
import { isLabel, nonsenseIn } from './nonsense.ts';
import { isProvisional } from '../provisional.ts';
import { brokenTitles, weakTitles, type Suspect } from './weak-titles.ts';

/** Share of lines without an explanation beyond which a digest was not understood. */
const mostUnexplained = 0.5;

/** Share of bad titles beyond which those that look good are chance. Records name what their title is; text does not. */
const mostNonsense = { records: 0.5, text: 0.25 };

/** Share of titles out of running text beyond which the text is no list; see `brokenTitles`. */
const mostBroken = 0.12;

/** As many suspicious titles as a message shows. */
const shown = 5;

/** The papers whose title is that of most papers, numbers aside, where it should be that of one. */
function alike(papers: readonly CapturedPaper[]): Suspect[] {
  const most = largestGroup(papers, ({ title }) => title.toLowerCase().replaceAll(/[\d\s]+/g, ' '));
  const isNone = ({ title }: CapturedPaper): boolean => title.trim() === '' || isProvisional(title);
  const isFew = most.length < 3 || most.length <= papers.length / 2;
  return isFew || most.every(isNone)
    ? []
    : most.map((paper) => ({ paper, why: 'as most others are' }));
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Why a digest is none, in a sentence, and the titles it is seen by; undefined: it may be one. */
function refusalOf(
  parsed: ParsedDigest,
  nonsense: readonly Suspect[],
): { why: string; suspects: readonly Suspect[] } | undefined {
  const { papers, lines, records } = parsed;
  const all = papers.length;
  const of = (suspects: readonly Suspect[], are: string) => ({
    why: `${suspects.length} of ${counted(all, 'title')} (${percent(suspects.length / all)}) ${are}`,
    suspects,
  });
  const same = alike(papers);
  if (same.length > 0) return of(same, 'are alike');
  const certain = new Set(nonsense.map(({ paper }) => paper));
  const weak = weakTitles(parsed).filter(({ paper }) => !certain.has(paper));
  const suspects = [...nonsense, ...weak].toSorted((a, b) => a.paper.lines[0] - b.paper.lines[0]);
  const most = records === undefined ? mostNonsense.text : mostNonsense.records;
  const many =
    suspects.length === all ||
    (nonsense.length > 1 && nonsense.length > all * most) ||
    (suspects.length > 1 && suspects.length > all * mostNonsense.records);
  if (many) return of(suspects, 'are none');
  const broken = brokenTitles(parsed);
  if (broken.length > 1 && broken.length > all * mostBroken) return of(broken, 'are no titles');
  const { blank, unaccounted: none } = countKinds(lines);
  const written = lines.length - blank;
  if (none < 4 || none <= written * mostUnexplained) return undefined;
  const why = `${none} of ${counted(written, 'line')} (${percent(none / written)}) fit nowhere`;
  const first = papers.slice(0, 3).map((paper) => ({ paper, why: 'read as a title' }));
  return { why, suspects: suspects.length > 0 ? suspects : first };
}

/** `line 3: "<tr>" (HTML)`. */
function told(suspects: readonly Suspect[]): string {
  const rows = suspects
    .slice(0, shown)
    .map(
      ({ paper: { title, lines }, why }) => `line ${lines[0]}: "${beginning(title, 60)}" (${why})`,
    );
  return [...rows, ...(suspects.length > shown ? ['…'] : [])].join('; ');
}

/** A digest of which nothing was read: no papers, every line but the blank ones unaccounted, and why. */
export const unreadDigest = (
  { file, text }: Capture,
  { format, why, reason }: Pick<ParsedDigest, 'format' | 'why'> & { readonly reason: string },
  problem: Diagnostic,
): ParsedDigest => ({
  format,
  why,
  dates: [],
  banner: [],
  papers: [],
  lines: new LineLedger(splitLines(text)).close(file, () => reason).lines,
  problems: [problem],
});

/** The name by which a capture passes the gate: `2025-03-11-a.txt` → `2025-03-11-a.yes.txt`. */
function nameWithYes(file: string): string {
  const base = file.slice(file.lastIndexOf('/') + 1);
  const [, stem = base, extension = ''] = /^(.+)(\.[A-Za-z0-9]+)$/.exec(base) ?? [];
  return `${stem}.yes${extension}`;
}

/** What is known of a capture beside its text. */
export interface Standing {
  /** A person says that it is a digest: everything of it is taken. */
  readonly yes?: boolean | undefined;
  /** Papers that were taken from these very bytes before; see `accounts.jsonl`. What is in stays in. */
  readonly accounted?: number | undefined;
}

/**
 * Judges what was read of a capture. Where most titles are none, all are alike, or most lines fit nowhere, it has no
 * papers and one problem, `digest/nonsense`. A single such title among good ones is left out with a
 * `digest/nonsense-title`, and the others stay.
 */
export function judge(
  capture: Capture,
  parsed: ParsedDigest,
  { yes = false, accounted = 0 }: Standing = {},
): ParsedDigest {
  const { file } = capture;
  const { format, papers } = parsed;
  if (yes || papers.length === 0 || accounted === papers.length) return parsed;
  const nonsense = papers.flatMap((paper) => {
    const isLabelled = parsed.records === undefined && isLabel(paper.title);
    const why = isLabelled ? 'a label' : nonsenseIn(paper.title);
    return why === undefined ? [] : [{ paper, why }];
  });
  const refusal = refusalOf(parsed, nonsense);
  if (refusal && accounted > 0) return parsed;
  if (refusal) {
    const line = refusal.suspects[0]?.paper.lines[0] ?? 1;
    const seen = told(refusal.suspects);
    const facts = { why: refusal.why, seen, yes: nameWithYes(file) };
    const why = `what was read as ${format} is no list of papers: ${refusal.why}; seen: ${seen}`;
    const reason = 'the file was refused, for what was read is no list of papers';
    const problem = diagnostic('digest/nonsense', { file, line }, facts);
    return unreadDigest(capture, { format, why, reason }, problem);
  }
  const bad = new Set(nonsense.map(({ paper }) => paper));
  const problems = nonsense.map(({ paper: { title, lines }, why }) =>
    diagnostic('digest/nonsense-title', { file, line: lines[0] }, { title, why }),
  );
  return {
    ...parsed,
    papers: papers.filter((paper) => !bad.has(paper)),
    problems: [...parsed.problems, ...problems],
  };
}
