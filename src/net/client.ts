/** Asks servers as a good guest does: one question at a time, no faster than they allow, and not for ever. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher, Response } from 'undici';

export interface ClientOptions {
  /** Milliseconds from an answer of a host to the next request. */
  readonly interval: number | ((host: string) => number);
  /** Milliseconds to wait for a whole answer. */
  readonly timeout: number;
  /** Requests for one question before giving up. */
  readonly attempts: number;
  /** Milliseconds to wait after the first failure; doubled after each other one. */
  readonly backOff: number;
  readonly signal?: AbortSignal | undefined;
  /** Told why and how many milliseconds there is a wait, if it is longer than the interval. */
  readonly onWait?: (why: string, milliseconds: number) => void;
  /** Which addresses can be reached; all, if nothing is said. */
  readonly network?: (() => Promise<Dispatcher>) | undefined;
  /** Why an address must not be asked. Redirects are held to it. */
  readonly refusal?: (address: string) => string | undefined;
  /** Bytes that an answer may have. */
  readonly largest?: number;
}

/** What a server has sent. */
export interface Answer {
  /** 200, or 304 if nothing has changed since the answer whose validators were sent. */
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly headers: Pick<Response['headers'], 'get'>;
  /** Where it was found in the end. */
  readonly address: string;
}

/**
 * What an answer is to who asked.
 *
 * - `wrong`: it is not what was asked for, and asking again may help; `otherwise` is good enough in the end
 */
export type Reading<Value> =
  | { readonly kind: 'good'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly why: string; readonly otherwise?: Value };

/** `silent`: there is no answer now. */
export type Reply<Value> =
  | { readonly kind: 'good'; readonly value: Value }
  | {
      readonly kind: 'silent';
      readonly why: string;
      /** The server has said to come back later: nothing more is to be asked now. */
      readonly later?: true;
    };

export interface Question<Value> {
  readonly address: string;
  /** More headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether redirects may lead to another host; only over HTTPS in any case. */
  readonly mayLeave?: boolean;
  /** Statuses besides 200 to 299 whose answers are read. */
  readonly alsoRead?: readonly number[];
  /** Reads an answer; what it throws is a wrong answer. */
  readonly read: (answer: Answer) => Reading<Value>;
}

/** Longest wait between two attempts, in milliseconds. */
const longestBackOff = 60_000;

/** Longest wait that a server may ask for, in milliseconds: after that it is better to come back later. */
const longestRetryAfter = 600_000;

const usualLargest = 64 * 1024 * 1024;

/** Redirects followed for one request. */
const mostRedirects = 3;

type Attempt =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | {
      readonly kind: 'failed';
      readonly why: string;
      readonly retryAfter?: number | undefined;
      /** Asking again changes nothing. */
      readonly final?: true;
    };

/**
 * Milliseconds of a `Retry-After` header: seconds or a date (RFC 9110, 10.2.3).
 *
 * @returns undefined if there is none that can be read
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The text of an answer. @throws TypeError if the bytes are no text of the encoding that it names, or of UTF-8 */
export function textOf({ bytes, headers }: Answer): string {
  const type = headers.get('content-type') ?? '';
  const charset = /;\s{0,9}charset="?([\w-]{1,40})/i.exec(type)?.[1] ?? 'utf-8';
  return new TextDecoder(charset, { fatal: true }).decode(bytes);
}

async function bodyOf(response: Response, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > largest) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** What went wrong with a request, in a few words. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no whole answer in time';
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

/** Statuses that say that the question is wrong, or not to be asked. */
const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && ![408, 425, 429].includes(status);

export class Client {
  readonly #options: ClientOptions;
  /** When each host was asked last, or answered: it sees a request at some moment between the two. */
  readonly #last = new Map<string, number>();
  readonly #before: number;
  #requests = 0;

  /** @param last when the request before was made, by an earlier run perhaps (milliseconds since 1970) */
  constructor(options: ClientOptions, last = 0) {
    this.#options = options;
    this.#before = last;
  }

  /** Requests made so far. */
  get requests(): number {
    return this.#requests;
  }

  /**
   * Asks one question, several times if need be.
   *
   * @throws the signal's reason, if it is aborted
   */
  async ask<Value>(question: Question<Value>): Promise<Reply<Value>> {
    const { attempts, backOff, signal, onWait } = this.#options;
    let why = '';
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const tried = await this.#try(question);
      let wanted: number | undefined;
      if (tried.kind === 'answer') {
        const reading = reread(question, tried.answer);
        if (reading.kind === 'good') return reading;
        if (reading.otherwise !== undefined && attempt === attempts)
          return { kind: 'good', value: reading.otherwise };
        ({ why } = reading);
      } else {
        ({ why, retryAfter: wanted } = tried);
        if (tried.final) break;
      }
      if (wanted !== undefined && wanted > longestRetryAfter) {
        const minutes = Math.ceil(wanted / 60_000);
        return { kind: 'silent', why: `${why}; come back in ${minutes} minutes`, later: true };
      }
      if (attempt === attempts) break;
      const wait = Math.max(wanted ?? 0, Math.min(backOff * 2 ** (attempt - 1), longestBackOff));
      if (wait > this.#intervalOf(question.address)) onWait?.(why, wait);
      await sleep(wait, undefined, { signal });
    }
    return { kind: 'silent', why };
  }

  #intervalOf(address: string): number {
    const { interval } = this.#options;
    return typeof interval === 'number' ? interval : interval(URL.parse(address)?.host ?? '');
  }

  /** Waits until the host of an address may be asked. @returns the host */
  async #pace(address: string): Promise<string> {
    const { signal } = this.#options;
    const host = URL.parse(address)?.host ?? '';
    const interval = this.#intervalOf(address);
    const wait = (this.#last.get(host) ?? this.#before) + interval - Date.now();
    // A clock that was set back must not make this wait for ever.
    if (wait > 0) await sleep(Math.min(wait, interval), undefined, { signal });
    signal?.throwIfAborted();
    this.#last.set(host, Date.now());
    this.#requests++;
    return host;
  }

  async #try(question: Question<unknown>): Promise<Attempt> {
    const { timeout, signal, network, largest = usualLargest } = this.#options;
    const refusal = this.#options.refusal ?? (() => undefined);
    const { headers, alsoRead = [], mayLeave } = question;
    let { address } = question;
    try {
      for (let hops = 0; ; hops++) {
        const refused = refusal(address);
        if (refused !== undefined) return { kind: 'failed', why: refused, final: true };
        // A quarter of a second to load, which most commands never need.
        const { fetch } = await import('undici');
        const dispatcher = await network?.();
        const host = await this.#pace(address);
        const inTime = AbortSignal.timeout(timeout);
        const response = await fetch(address, {
          headers: { 'user-agent': 'Offprint/0.1 (archive of paper digests)', ...headers },
          redirect: 'manual',
          signal: signal ? AbortSignal.any([signal, inTime]) : inTime,
          ...(dispatcher && { dispatcher }),
        }).finally(() => this.#last.set(host, Date.now()));
        const { status } = response;
        if (status >= 300 && status < 400 && status !== 304) {
          await response.body?.cancel();
          const location = response.headers.get('location');
          const target =
            hops < mostRedirects ? redirectTarget(location, address, mayLeave) : undefined;
          if (target === undefined) return { kind: 'failed', why: 'it is redirected elsewhere' };
          address = target;
          continue;
        }
        const bytes = await bodyOf(response, largest);
        if (response.ok || status === 304 || alsoRead.includes(status))
          return { kind: 'answer', answer: { status, bytes, headers: response.headers, address } };
        return {
          kind: 'failed',
          why: `status ${status}`,
          retryAfter: retryAfter(response.headers.get('retry-after'), Date.now()),
          ...(isFinal(status) && { final: true }),
        };
      }
    } catch (error) {
      signal?.throwIfAborted();
      return { kind: 'failed', why: reasonOf(error) };
    }
  }
}

/**
 * Where a redirect leads; undefined if it leaves HTTPS, or the host where that is not allowed: nobody but who was asked
 * is to be believed.
 */
export function redirectTarget(
  location: string | null,
  from: string,
  mayLeave = false,
): string | undefined {
  const target = URL.parse(location ?? '', from);
  if (location === null || target?.protocol !== 'https:') return undefined;
  return mayLeave || target.host === new URL(from).host ? target.href : undefined;
}

function reread<Value>({ read }: Question<Value>, answer: Answer): Reading<Value> {
  try {
    return read(answer);
  } catch (error) {
    return { kind: 'wrong', why: reasonOf(error) };
  }
}
