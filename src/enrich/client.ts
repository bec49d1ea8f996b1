/** The network's side: asks arXiv's API one question at a time, no faster than it allows. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readAnswer, type Answer } from './answer.ts';

export const arxivApi = 'https://export.arxiv.org/api/query';

/**
 * arXiv allows one request in three seconds over one connection.
 *
 * @see https://info.arxiv.org/help/api/tou.html
 */
export const arxivInterval = 3000;

export interface ClientOptions {
  /** Address of the API. */
  readonly api: string;
  /** Milliseconds from one request to the next. */
  readonly interval: number;
  /** Milliseconds to wait for a whole answer. */
  readonly timeout: number;
  /** Requests for one question before giving up. */
  readonly attempts: number;
  /** Milliseconds to wait after the first failure; doubled after each other one. */
  readonly backOff: number;
  readonly signal?: AbortSignal | undefined;
  /** Told why and how many milliseconds there is a wait, if it is longer than the interval. */
  readonly onWait?: (why: string, milliseconds: number) => void;
}

/** An answer; or `silent`: arXiv does not answer now. */
export type Reply =
  | Extract<Answer, { kind: 'feed' | 'refused' }>
  | {
      readonly kind: 'silent';
      readonly why: string;
      /** arXiv has said to come back later: nothing more is to be asked now. */
      readonly later?: true;
    };

/** Longest wait between two attempts, in milliseconds. */
const longestBackOff = 60_000;

/** Longest wait that arXiv may ask for, in milliseconds: after that it is better to come back later. */
const longestRetryAfter = 600_000;

/** Bytes an answer may have; 100 papers have 250 KB. */
const largestAnswer = 64 * 1024 * 1024;

type Attempt =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'failed'; readonly why: string; readonly retryAfter?: number | undefined };

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

/**
 * @throws TypeError if the bytes are no text of the encoding that the answer names, or of UTF-8 if it names none: a
 *   name with a letter lost would be believed for ever
 */
async function readBody(response: Response): Promise<string> {
  const type = response.headers.get('content-type') ?? '';
  const charset = /;\s{0,9}charset="?([\w-]{1,40})/i.exec(type)?.[1] ?? 'utf-8';
  const decoder = new TextDecoder(charset, { fatal: true });
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > largestAnswer) throw new Error('the answer is too large');
  }
  return text + decoder.decode();
}

/** Redirects followed for one request. */
const mostRedirects = 3;

/** Where a redirect leads; undefined if it leaves the host or HTTPS: nobody else is to be believed, or asked. */
export function redirectTarget(location: string | null, from: string): string | undefined {
  const target = URL.parse(location ?? '', from);
  const same = target?.protocol === 'https:' && target.host === new URL(from).host;
  return same ? target.href : undefined;
}

/** What went wrong with a request, in a few words. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no whole answer in time';
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

export class ArxivClient {
  readonly #options: ClientOptions;
  #last: number;
  #requests = 0;

  /** @param last when the request before was made, by an earlier run perhaps (milliseconds since 1970) */
  constructor(options: ClientOptions, last = 0) {
    this.#options = options;
    this.#last = last;
  }

  /** Requests made so far. */
  get requests(): number {
    return this.#requests;
  }

  /** When the last request was made, in milliseconds since 1970. */
  get last(): number {
    return this.#last;
  }

  /**
   * Asks one question, several times if need be.
   *
   * @throws the signal's reason, if it is aborted
   */
  async ask(question: URLSearchParams): Promise<Reply> {
    const { attempts, backOff, interval, signal, onWait } = this.#options;
    let why = '';
    for (let attempt = 1; attempt <= attempts; attempt++) {
      await this.#pace();
      const tried = await this.#try(question);
      let wanted: number | undefined;
      if (tried.kind === 'text') {
        const answer = readAnswer(tried.text);
        const whole = answer.kind === 'feed' && answer.unreadable === 0;
        // What stays unreadable stays so: the rest of that answer is good.
        if (whole || (answer.kind === 'feed' && attempt === attempts)) return answer;
        if (answer.kind === 'refused') return answer;
        why = answer.kind === 'feed' ? 'a part of the answer cannot be read' : answer.why;
      } else {
        ({ why, retryAfter: wanted } = tried);
      }
      if (wanted !== undefined && wanted > longestRetryAfter) {
        return {
          kind: 'silent',
          why: `${why}; come back in ${Math.ceil(wanted / 60_000)} minutes`,
          later: true,
        };
      }
      if (attempt === attempts) break;
      const wait = Math.max(wanted ?? 0, Math.min(backOff * 2 ** (attempt - 1), longestBackOff));
      if (wait > interval) onWait?.(why, wait);
      await sleep(wait, undefined, { signal });
    }
    return { kind: 'silent', why };
  }

  async #pace(): Promise<void> {
    const { interval, signal } = this.#options;
    const wait = this.#last + interval - Date.now();
    // A clock that was set back must not make this wait for ever.
    if (wait > 0) await sleep(Math.min(wait, interval), undefined, { signal });
    signal?.throwIfAborted();
    this.#last = Date.now();
    this.#requests++;
  }

  async #try(question: URLSearchParams): Promise<Attempt> {
    const { api, timeout, signal } = this.#options;
    const inTime = AbortSignal.timeout(timeout);
    try {
      let address = `${api}?${question}`;
      const get = (): Promise<Response> =>
        fetch(address, {
          headers: {
            'user-agent': 'Offprint/0.1 (archive of paper digests)',
            accept: 'application/atom+xml',
          },
          redirect: 'manual',
          signal: signal ? AbortSignal.any([signal, inTime]) : inTime,
        });
      let response = await get();
      for (let hops = 0; response.status >= 300 && response.status < 400; hops++) {
        const target =
          hops < mostRedirects
            ? redirectTarget(response.headers.get('location'), address)
            : undefined;
        await response.body?.cancel();
        if (target === undefined) return { kind: 'failed', why: 'it is redirected elsewhere' };
        address = target;
        response = await get();
      }
      const text = await readBody(response);
      if (response.ok) return { kind: 'text', text };
      // A wrong question is answered with 400 and a feed that says what is wrong.
      if (response.status === 400 && readAnswer(text).kind === 'refused')
        return { kind: 'text', text };
      return {
        kind: 'failed',
        why: `status ${response.status}`,
        retryAfter: retryAfter(response.headers.get('retry-after'), Date.now()),
      };
    } catch (error) {
      signal?.throwIfAborted();
      return { kind: 'failed', why: reasonOf(error) };
    }
  }
}
