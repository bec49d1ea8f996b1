/** What `npm run add` says of the digests it was given. Pure. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fewOf, toTerminal } from '../diagnostics/reporters/terminal.ts';
import { visible, visibleIn } from '../diagnostics/visible.ts';
import { countKinds } from '../digest/account.ts';
import type { FieldAccount, LineKind } from '../digest/model.ts';
import { cutWords, type Cuts } from '../digest/wrapping/private.ts';
import type { ReadDigest } from '../entries/captures.ts';
import type { IdentityKey } from '../entries/identity.ts';
import { NearTitles, type Titled } from '../entries/near.ts';
import type { Placement } from '../entries/placing.ts';
import type { SyncPlan } from '../entries/sync.ts';
import { counted } from '../text/counted.ts';
import type { Refused } from './read.ts';
import { describePreview, previewOf, type PreviewedPaper } from './preview.ts';

/** A paper where the capture has it, and its entry. */
interface ToldPaper {
  readonly title: string;
  readonly line: number;
  readonly entry: string;
}

interface RepeatedPaper extends ToldPaper {
  readonly key: IdentityKey;
}

interface DoubtfulPaper extends ToldPaper {
  readonly like: { readonly entry: string; readonly title: string; readonly likeness: number };
}

/** What became of one digest. */
export interface AddedDigest {
  /** Where it came from: a path as given, or `-`. */
  readonly source: string;
  /** Where it is kept. */
  readonly file: string;
  /** It was there already, byte for byte. */
  readonly known: boolean;
  readonly date: string;
  readonly datedBy: string;
  readonly format: string;
  readonly why: string;
  readonly encoding: string;
  /** Private things that were cut out, and how many of each kind. */
  readonly cuts: Cuts;
  readonly lines: Readonly<Record<LineKind, number>>;
  readonly fields: readonly FieldAccount[];
  readonly papers: number;
  /** The first papers as they will stand. */
  readonly preview: readonly PreviewedPaper[];
  readonly fresh: readonly ToldPaper[];
  readonly repeated: readonly RepeatedPaper[];
  readonly doubtful: readonly DoubtfulPaper[];
  readonly problems: readonly Diagnostic[];
}

export interface AddReport {
  readonly ok: boolean;
  readonly dryRun: boolean;
  readonly digests: readonly AddedDigest[];
  /** Files that were not taken in. */
  readonly refused: readonly Refused[];
  /** Errors and warnings about entries, those that were there before included. */
  readonly problems: readonly Diagnostic[];
  readonly written: { readonly captures: number; readonly entries: number };
  /** What `npm run remove` is to be given to take all of it back. */
  readonly undo: readonly string[];
}

/** A digest on its way in. */
export interface Incoming {
  readonly source: string;
  readonly digest: ReadDigest;
  readonly known: boolean;
  readonly datedBy: string;
  readonly encoding: string;
  readonly cuts?: Cuts;
}

/** Titles of entries, as far as they may be like those of new papers. */
export interface TitlesBefore {
  readonly titles: readonly Titled[];
  /** Words that so many more of them have that they tell nothing. */
  readonly common?: ReadonlySet<string>;
}

/** The titles of entries, and of papers that are about to get one, to be held against those of new papers. */
function titlesNear(
  news: ReadonlySet<string>,
  placements: readonly Placement[],
  { titles, common }: TitlesBefore,
): NearTitles {
  const near = new NearTitles(
    placements
      .filter(({ digest, key }) => key === undefined && news.has(digest))
      .map(({ paper }) => paper.title),
    common,
  );
  const told = new Set<string>();
  for (const titled of titles) {
    near.add(titled.id, titled);
    told.add(titled.id);
  }
  for (const { id, paper } of placements) {
    if (told.has(id)) continue;
    near.add(id, paper);
    told.add(id);
  }
  return near;
}

/** The papers of a digest: new ones, those that were there, and those of the new that are much like others. */
function parted(
  placements: readonly Placement[],
  near: NearTitles,
): Pick<AddedDigest, 'fresh' | 'repeated' | 'doubtful'> {
  const papers = placements.map(({ paper: { title, lines }, id, key }) => {
    return { told: { title, line: lines[0], entry: id }, key };
  });
  const fresh = papers.flatMap(({ told, key }) => (key === undefined ? [told] : []));
  return {
    fresh,
    repeated: papers.flatMap(({ told, key }) => (key === undefined ? [] : [{ ...told, key }])),
    doubtful: fresh.flatMap((told) => {
      const like = near.nearest(told.entry, told.title);
      if (!like) return [];
      const { id: entry, title, likeness } = like;
      return [{ ...told, like: { entry, title, likeness } }];
    }),
  };
}

/**
 * Tells new papers from repeated and doubtful ones, digest by digest.
 *
 * @param incoming the digests taken in
 * @param plan the plan of the whole archive with them
 * @param before the titles of the entries before
 */
export function describeDigests(
  incoming: readonly Incoming[],
  { placements }: SyncPlan,
  before: TitlesBefore,
): AddedDigest[] {
  const news = new Set(incoming.map(({ digest }) => digest.name.id));
  const near = titlesNear(news, placements, before);
  const placed = Map.groupBy(placements, ({ digest }) => digest);
  return incoming.map(({ source, digest, known, datedBy, encoding, cuts = {} }) => {
    const { name, file, parsed } = digest;
    return {
      source,
      file,
      known,
      date: name.date,
      datedBy,
      format: parsed.format,
      why: parsed.why,
      encoding,
      cuts,
      lines: countKinds(parsed.lines),
      fields: parsed.fields ?? [],
      papers: parsed.papers.length,
      preview: previewOf(name.id, parsed.papers),
      ...parted(placed.get(name.id) ?? [], near),
      problems: parsed.problems,
    };
  });
}

/** The first few rows and how many more there are. */
const few = (rows: readonly string[]): readonly string[] =>
  fewOf(rows, { most: 8, spare: 2, indent: '      ' });

const severities = ['error', 'warning', 'notice'] as const;

/** Messages, the worst first. */
function doubtsOf(problems: readonly Diagnostic[], colour: boolean): string[] {
  const bySeverity = Map.groupBy(problems, ({ severity }) => severity);
  const sorted = severities.flatMap((severity) => bySeverity.get(severity) ?? []);
  const counts = severities
    .map((severity) => counted(bySeverity.get(severity)?.length ?? 0, severity))
    .filter((count) => !count.startsWith('0 '));
  return [
    `  doubts    ${counts.length === 0 ? 'none' : counts.join(', ')}`,
    ...few(sorted.map((problem) => toTerminal(problem, colour))),
  ];
}

function describe(digest: AddedDigest, colour: boolean): string[] {
  const kinds = Object.entries(digest.lines).filter(([, count]) => count > 0);
  const unused = digest.fields.filter(({ used }) => !used).map(({ field }) => field);
  return [
    `${digest.source} → ${digest.file}${digest.known ? ' (was there already)' : ''}`,
    `  shape     ${digest.format}: ${digest.why}`,
    `  date      ${digest.date}, ${digest.datedBy}`,
    `  encoding  ${digest.encoding}`,
    ...(cutWords(digest.cuts) === '' ? [] : [`  cut out   ${cutWords(digest.cuts)}`]),
    ...(digest.preview.length > 0 ? ['  begins', ...describePreview(digest.preview)] : []),
    `  papers    ${digest.papers}: ${digest.fresh.length} new, ${digest.repeated.length} repeated, ${digest.doubtful.length} of the new doubtful`,
    `  lines     ${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')}`,
    ...(unused.length > 0 ? [`  not used  ${unused.join(', ')}`] : []),
    ...few(
      digest.repeated
        .filter(({ key }) => key !== 'listing')
        .map(
          ({ line, title, entry, key }) => `    line ${line}: "${title}" is ${entry}, by ${key}`,
        ),
    ),
    ...few(
      digest.doubtful.map(
        ({ line, title, like }) =>
          `    line ${line}: "${title}" is much like ${like.entry}, "${like.title}": one paper or two? Both are kept.`,
      ),
    ),
    ...doubtsOf(digest.problems, colour),
  ];
}

/**
 * The report for people.
 *
 * @param options.where the options that said which archive it is: the command that undoes all this needs them too
 */
export function toText(
  added: AddReport,
  {
    colour,
    where = {},
  }: {
    readonly colour: boolean;
    readonly where?: Readonly<Record<string, string | undefined>>;
  },
): string {
  const report = visibleIn(added);
  const shown = report.digests.slice(0, 50).flatMap((digest) => [...describe(digest, colour), '']);
  const papers = report.digests.reduce((sum, digest) => sum + digest.papers, 0);
  const fresh = report.digests.reduce((sum, digest) => sum + digest.fresh.length, 0);
  const { captures, entries } = report.written;
  const written = `${counted(captures, 'capture')} and ${counted(entries, 'entry', 'entries')}`;
  const again = Object.entries(where)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `--${name} ${visible(JSON.stringify(value))} `)
    .join('');
  return [
    ...shown,
    ...(report.digests.length > 50
      ? [`… and ${counted(report.digests.length - 50, 'more digest')}`, '']
      : []),
    ...report.refused.flatMap(({ source, problems }) => [
      `${source}: refused`,
      ...problems.map((problem) => toTerminal(problem, colour)),
      '',
    ]),
    ...few(report.problems.map((problem) => toTerminal(problem, colour))),
    `${counted(report.digests.length, 'digest')}, ${counted(papers, 'paper')}, ${fresh} of them new; ${counted(report.refused.length, 'file')} refused.`,
    report.dryRun ? `Dry run: nothing was written (would be: ${written}).` : `Wrote ${written}.`,
    ...(report.undo.length > 0
      ? [`To take this back: npm run remove -- ${again}${report.undo.join(' ')}`]
      : []),
  ].join('\n');
}
