/** Asks arXiv's API. */
import { Client, textOf, type ClientOptions as NetOptions, type Reading } from '../net/client.ts';
import { readAnswer, type Answer } from './answer.ts';

export const arxivApi = 'https://export.arxiv.org/api/query';

export interface ClientOptions extends NetOptions {
  /** Address of the API. */
  readonly api: string;
  /** Milliseconds from an answer to the next request. */
  readonly interval: number;
}

type Useful = Extract<Answer, { kind: 'feed' | 'refused' }>;

/** An answer; or `silent`: arXiv does not answer now. */
export type Reply =
  | Useful
  | {
      readonly kind: 'silent';
      readonly why: string;
      /** arXiv has said to come back later: nothing more is to be asked now. */
      readonly later?: true;
    };

/** What stays unreadable of a feed stays so: the rest of it is good. */
function judge(answer: Answer): Reading<Useful> {
  if (answer.kind === 'damaged') return { kind: 'wrong', why: answer.why };
  if (answer.kind === 'refused' || answer.unreadable === 0) return { kind: 'good', value: answer };
  return { kind: 'wrong', why: 'a part of the answer cannot be read', otherwise: answer };
}

export class ArxivClient {
  readonly #client: Client;
  readonly #api: string;

  /** @param last when the request before was made, by an earlier run perhaps (milliseconds since 1970) */
  constructor({ api, ...options }: ClientOptions, last = 0) {
    this.#api = api;
    this.#client = new Client(options, last);
  }

  /** Requests made so far. */
  get requests(): number {
    return this.#client.requests;
  }

  /**
   * Asks one question, several times if need be.
   *
   * @throws the signal's reason, if it is aborted
   */
  async ask(question: URLSearchParams): Promise<Reply> {
    const reply = await this.#client.ask({
      address: `${this.#api}?${question}`,
      headers: { accept: 'application/atom+xml' },
      // A wrong question is answered with 400 and a feed that says what is wrong.
      alsoRead: [400],
      read: (answer) => judge(readAnswer(textOf(answer))),
    });
    return reply.kind === 'good' ? reply.value : reply;
  }
}
