/** Asks one source, part by part. */
import { textOf, type Client, type Reading, type Reply } from '../net/client.ts';
import type { Sent } from './answers.ts';
import { endpoints as usual, fetchesOf, plusDays, type Endpoints, type Fetch } from './fetches.ts';
import type { Collected } from './ledger.ts';
import { kindOf, type Source } from './sources.ts';

/** What became of one question, or of one part of its answer. */
export type Got = {
  /** ISO day of the digest. */
  readonly day: string;
  readonly address: string;
} & (
  | {
      readonly kind: 'came';
      readonly bytes: Uint8Array;
      readonly extension: string;
      readonly announced?: number;
      readonly licence?: string;
      readonly etag?: string;
      readonly modified?: string;
      /** Days whose failures are made good by it. */
      readonly resolves: readonly string[];
    }
  /** It is as it was, or there are no papers in it. */
  | { readonly kind: 'nothing'; readonly resolves: readonly string[] }
  | { readonly kind: 'failed'; readonly why: string }
);

interface Asking {
  readonly client: Client;
  readonly now: Date;
  readonly endpoints?: Endpoints | undefined;
}

/** Parts of an answer that are followed at most. */
const mostParts = 20;

/** A part of an answer; undefined where the server says that nothing has changed. */
type Part =
  | (Pick<Extract<Got, { kind: 'came' }>, 'bytes' | 'etag' | 'modified'> & {
      readonly sent: Extract<Sent, { ok: true }>;
    })
  | undefined;

/**
 * Asks a source what it is to be asked now.
 *
 * @param lines what was collected before, of all sources
 */
export async function* askSource(
  source: Source,
  lines: readonly Collected[],
  { client, now, endpoints = usual }: Asking,
): AsyncGenerator<Got> {
  const today = now.toISOString().slice(0, 10);
  const own = lines.filter((line) => line.source === source.name);
  const daysOf = (hasFailed: boolean): string[] =>
    own
      .flatMap(({ day, failed }) => ((failed !== undefined) === hasFailed ? [day] : []))
      .toSorted();
  const failed = daysOf(true);
  const [begun] = failed;
  // A source that has only failed yet has been asked from then on.
  const last = daysOf(false).at(-1) ?? (begun && plusDays(begun, -1));
  const fetches = fetchesOf(source, { today, last, failed }, endpoints);
  for (const fetch of fetches) {
    const before = own.findLast(({ address }) => address === fetch.address);
    const resolves = fetch.standing ? failed : failed.filter((day) => day === fetch.day);
    let isWhole = true;
    for await (const got of parts(fetch, before, { client, today }, resolves)) {
      yield got;
      isWhole &&= got.kind !== 'failed';
    }
    // What was missed is asked for again: a later announcement must not hide that it is missing.
    if (!isWhole && kindOf(source) === 'arxiv') return;
  }
}

/** @param before what was told of the answer that came last, if the server may say that it is still the same */
const askPart = (
  client: Client,
  { accept, read }: Fetch,
  address: string,
  before: Collected | undefined,
): Promise<Reply<Part>> =>
  client.ask({
    address,
    mayLeave: true,
    headers: {
      accept,
      ...(before?.etag && { 'if-none-match': before.etag }),
      ...(before?.modified && { 'if-modified-since': before.modified }),
    },
    read: (answer): Reading<Part> => {
      const { status, bytes, headers } = answer;
      if (status === 304) return { kind: 'good', value: undefined };
      const sent = read(textOf(answer), address);
      if (!sent.ok) return { kind: 'wrong', why: sent.why };
      const etag = headers.get('etag') ?? undefined;
      const modified = headers.get('last-modified') ?? undefined;
      return { kind: 'good', value: { sent, bytes, etag, modified } };
    },
  });

async function* parts(
  fetch: Fetch,
  before: Collected | undefined,
  { client, today }: { readonly client: Client; readonly today: string },
  resolves: readonly string[],
): AsyncGenerator<Got> {
  let next: string | undefined = fetch.address;
  for (let part = 0; next !== undefined && part < mostParts; part++) {
    const address: string = next;
    const known = part === 0 && fetch.standing ? before : undefined;
    const reply = await askPart(client, fetch, address, known);
    const day = fetch.day ?? today;
    if (reply.kind === 'silent') return yield { kind: 'failed', day, address, why: reply.why };
    if (reply.value === undefined) return yield { kind: 'nothing', day, address, resolves };
    const { sent, ...came } = reply.value;
    const { extension, announced, licence } = sent;
    const own = fetch.day ?? sent.day ?? today;
    // A clock that is wrong must not date a digest in the future.
    const dated = { day: own > today ? today : own, address, resolves };
    yield announced === 0
      ? { kind: 'nothing', ...dated }
      : { kind: 'came', ...dated, ...came, extension, announced, licence };
    ({ next } = sent);
  }
}
