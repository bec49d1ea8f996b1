/** What the site shows of collecting: each source with its days, and how each digest came. Pure. */
import type { LeftOut, Place } from '../entries/left-out.ts';
import { accountsOf, lastDay, sumOf, type SourceAccount, type Sum } from './completeness.ts';
import { byHand, type Collected } from './ledger.ts';
import { kindOf, type Source, type SourceKind } from './sources.ts';

/** How a digest came. */
export interface DigestAccount {
  /** Name of its source; absent of one that was added by hand. */
  readonly source?: string;
  readonly announced?: number;
  readonly kept: number;
  readonly leftOut: Readonly<Record<LeftOut['why'], number>>;
  /** Some of those that were left out, in the order of the capture. */
  readonly titles: readonly Pick<LeftOut, 'title' | 'why'>[];
  readonly replaced: readonly Place[];
  readonly licence?: string;
  /** What it lists is news on arXiv: papers that were submitted days before are late. */
  readonly ofArxiv: boolean;
}

/** A day of a source, or a month of days that are long past. */
export interface Span extends Sum {
  /** YYYY-MM-DD or YYYY-MM. */
  readonly when: string;
  /** Ids of the digests of a day. */
  readonly digests: readonly string[];
  /** Why it failed, or how many days of the month did. */
  readonly failed?: string | number;
}

export interface ShownSource extends Omit<SourceAccount, 'failed' | 'first' | 'digests'> {
  /** What is asked; absent of a source that `sources.yaml` no longer names. */
  readonly asks?: { readonly kind: SourceKind; readonly what: string };
  readonly byHand: boolean;
  /** ISO days for which it failed and which are not made good, newest first. */
  readonly failed: SourceAccount['failed'];
  /** Newest first. */
  readonly spans: readonly Span[];
}

export interface ShownCollection {
  /** ISO day of the last answer of all; empty before the first. */
  readonly until: string;
  readonly sources: readonly ShownSource[];
  readonly digests: ReadonlyMap<string, DigestAccount>;
}

/** Titles that are shown of a digest; its capture has them all. */
const fewTitles = 60;

/** Days that are shown each by itself. */
const daysAlone = 31;

const arxivHost = /(?:^|\.)arxiv\.org$/;

function digestAccount(line: Collected): DigestAccount {
  const { source, announced, kept = 0, leftOut = [], replaced = [], licence, address } = line;
  return {
    source: source === byHand ? undefined : source,
    announced,
    kept,
    leftOut: sumOf([line]).leftOut,
    titles: leftOut.slice(0, fewTitles).map(({ title, why }) => ({ title, why })),
    replaced,
    licence,
    ofArxiv: source !== byHand && arxivHost.test(URL.parse(address)?.hostname ?? ''),
  };
}

/** What a source is asked, without addresses: they may hold what opens a feed. */
function asksOf(source: Source): ShownSource['asks'] {
  const kind = kindOf(source);
  const said = source[kind];
  const text = Array.isArray(said) ? said.join(', ') : String(said);
  const what = kind === 'feed' || kind === 'page' ? (URL.parse(text)?.hostname ?? '') : text;
  return { kind, what: kind === 'huggingface' ? '' : what };
}

function spansOf(lines: readonly Collected[]): Span[] {
  const days = [...Map.groupBy(lines, ({ day }) => day)].toSorted(([a], [b]) => (a < b ? 1 : -1));
  const months = Map.groupBy(days.slice(daysAlone), ([day]) => day.slice(0, 7));
  const good = (some: readonly Collected[]) => some.filter(({ failed }) => failed === undefined);
  const alone = days.slice(0, daysAlone).map(([when, some]): Span => {
    const failed = some.find((line) => line.failed !== undefined)?.failed;
    const digests = some.flatMap(({ digest }) => digest ?? []);
    return { when, digests, ...sumOf(good(some)), failed };
  });
  const past = Array.from(months, ([when, some]): Span => {
    const failed = some.filter(([, of]) => of.length > good(of).length).length;
    const sum = sumOf(good(some.flatMap(([, of]) => of)));
    return { when, digests: [], ...sum, failed: failed || undefined };
  });
  return [...alone, ...past];
}

/** Of a source that was not asked yet. */
const nothing = (source: string): SourceAccount => ({
  source,
  digests: 0,
  ...sumOf([]),
  licences: [],
  asked: '',
  failed: [],
});

/**
 * What is shown of a ledger. Silence counts to the day of its last line: a page is the same whenever it is made.
 *
 * @param lines of `collected.jsonl`
 * @param sources of `sources.yaml`
 */
export function shownCollection(
  lines: readonly Collected[],
  sources: readonly Source[],
): ShownCollection {
  const accounts = new Map(accountsOf(lines).map((account) => [account.source, account]));
  const bySource = Map.groupBy(lines, ({ source }) => source);
  const asked = new Map(sources.map((source) => [source.name, source]));
  const names = [...new Set([...asked.keys(), ...accounts.keys()])];
  return {
    until: lastDay(lines),
    sources: names.map((source): ShownSource => {
      const own = asked.get(source);
      const {
        silence,
        first: _,
        digests: __,
        ...account
      } = accounts.get(source) ?? nothing(source);
      return {
        ...account,
        failed: account.failed.toSorted((a, b) => (a.day < b.day ? 1 : -1)),
        // A source that is no longer asked owes nothing.
        ...(own && { asks: asksOf(own), silence }),
        byHand: source === byHand,
        spans: spansOf(bySource.get(source) ?? []),
      };
    }),
    digests: new Map(
      lines.flatMap((line) =>
        line.digest === undefined ? [] : [[line.digest, digestAccount(line)] as const],
      ),
    ),
  };
}
