/** Asks one source, part by part. */
import { textOf, type Client, type Reading } from '../net/client.ts';
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

type Part =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'part';
      readonly sent: Extract<Sent, { ok: true }>;
      readonly bytes: Uint8Array;
      readonly etag?: string;
      readonly modified?: string;
    };

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

async function* parts(
  fetch: Fetch,
  before: Collected | undefined,
  { client, today }: { readonly client: Client; readonly today: string },
  resolves: readonly string[],
): AsyncGenerator<Got> {
  let address: string | undefined = fetch.address;
  for (let part = 0; address !== undefined && part < mostParts; part++) {
    const here: string = address;
    const isFirst = part === 0;
    const reply = await client.ask({
      address: here,
      mayLeave: true,
      headers: {
        accept: fetch.accept,
        ...(isFirst && fetch.standing && before?.etag && { 'if-none-match': before.etag }),
        ...(isFirst &&
          fetch.standing &&
          before?.modified && { 'if-modified-since': before.modified }),
      },
      read: (answer): Reading<Part> => {
        if (answer.status === 304) return { kind: 'good', value: { kind: 'unchanged' } };
        const sent = fetch.read(textOf(answer), here);
        if (!sent.ok) return { kind: 'wrong', why: sent.why };
        const etag = answer.headers.get('etag');
        const modified = answer.headers.get('last-modified');
        return {
          kind: 'good',
          value: {
            kind: 'part',
            sent,
            bytes: answer.bytes,
            ...(etag !== null && { etag }),
            ...(modified !== null && { modified }),
          },
        };
      },
    });
    const day = fetch.day ?? today;
    if (reply.kind === 'silent')
      return yield { kind: 'failed', day, address: here, why: reply.why };
    const { value } = reply;
    if (value.kind === 'unchanged') return yield { kind: 'nothing', day, address: here, resolves };
    const { sent, bytes, etag, modified } = value;
    const { extension, announced, licence, next } = sent;
    const own = fetch.day ?? sent.day ?? today;
    // A clock that is wrong must not date a digest in the future.
    const dated = own > today ? today : own;
    if (announced === 0) yield { kind: 'nothing', day: dated, address: here, resolves };
    else
      yield {
        kind: 'came',
        day: dated,
        address: here,
        bytes,
        extension,
        ...(announced !== undefined && { announced }),
        ...(licence !== undefined && { licence }),
        ...(etag !== undefined && { etag }),
        ...(modified !== undefined && { modified }),
        resolves,
      };
    address = next;
  }
}
