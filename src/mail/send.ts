/** Sends the messages of an edition, each once. Knows of servers and files only what it is given. */
import type { Event, Standing } from './ledger.ts';

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/**
 * What came of a try. `refused`: this recipient will not get it. `later`: not now. `down`: the server was not reached,
 * or left before the whole message was sent. `doubt`: it left when it may have taken the message. `stop`: it takes
 * nothing from us.
 */
export type Delivery =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'refused' | 'later' | 'down' | 'doubt' | 'stop';
      /** Without an address. */
      readonly why: string;
    };

export interface Postman {
  /**
   * Tries to deliver a message.
   *
   * @param onData called before the first byte of the message goes out; what it throws ends the try, and is thrown
   */
  deliver(envelope: Envelope, message: Buffer, onData: () => void): Promise<Delivery>;
  close(): void;
}

/** A message that is to be sent. */
export interface Letter {
  /** The recipient's line in the list. */
  readonly line: number;
  /** Who that is in the ledger. */
  readonly key: string;
  readonly envelope: Envelope;
  /** Made when its turn comes. */
  readonly message: () => Promise<Buffer>;
}

export interface Sending {
  readonly postman: Postman;
  readonly standing: ReadonlyMap<string, Standing>;
  readonly record: (key: string, event: Event) => void;
  /** Send also to those who were refused before, or of whom it is in doubt whether they got it. */
  readonly again: boolean;
  /** Milliseconds from one message to the next. */
  readonly interval: number;
  /** Milliseconds after which what failed is tried again, and each further time four times as long. */
  readonly backOff: number;
  /** Tries for each message, and for reaching the server. */
  readonly attempts: number;
  readonly signal: AbortSignal;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => number;
  readonly onProgress?: (done: number, all: number) => void;
}

/** A recipient by their line, and why, without an address. */
export interface Told {
  readonly line: number;
  readonly why: string;
}

export interface SendReport {
  /** Lines of those who got it now. */
  readonly sent: readonly number[];
  /** Of those who had got it before. */
  readonly before: readonly number[];
  readonly refused: readonly Told[];
  /** Tried as often as is sensible; the next run tries again. */
  readonly later: readonly Told[];
  /** May have got it. Sent again only by choice. */
  readonly doubt: readonly Told[];
  /** Not tried: the run ended before. */
  readonly left: readonly number[];
  /** Why no more was tried. */
  readonly stopped?: string;
  readonly interrupted: boolean;
}

interface Waiting {
  readonly letter: Letter;
  readonly tries: number;
  /** Not to be tried before. */
  readonly from: number;
  /** Why it was not delivered. */
  readonly why: string;
}

const earlier = {
  refused: 'it was refused in an earlier run',
  doubt: 'an earlier run ended, or was lost, before the server’s answer was kept',
} as const;

const byLine = (told: readonly Told[]): Told[] => told.toSorted((a, b) => a.line - b.line);

class Run {
  readonly #it: Sending;
  /** Those that were not tried yet, the next one last; and those that are tried again, each from a time on. */
  readonly #fresh: Waiting[] = [];
  readonly #again: Waiting[] = [];
  readonly #sent: number[] = [];
  readonly #before: number[] = [];
  readonly #told: Record<'refused' | 'later' | 'doubt', Told[]> = {
    refused: [],
    later: [],
    doubt: [],
  };
  /** Times in a row that the server was not reached. */
  #unreached = 0;
  /** No try before. */
  #next = 0;
  #stopped: string | undefined;

  constructor(letters: readonly Letter[], sending: Sending) {
    this.#it = sending;
    for (const letter of letters.toReversed()) {
      const { line, key } = letter;
      const stands = sending.standing.get(key);
      if (stands === 'sent') this.#before.unshift(line);
      else if (stands !== undefined && !sending.again)
        this.#told[stands].push({ line, why: earlier[stands] });
      else this.#fresh.push({ letter, tries: 0, from: 0, why: '' });
    }
  }

  get #waiting(): number {
    return this.#fresh.length + this.#again.length;
  }

  async go(): Promise<SendReport> {
    const { postman, signal, onProgress } = this.#it;
    const all = this.#waiting;
    try {
      while (this.#waiting > 0 && this.#stopped === undefined && !signal.aborted) {
        const waiting = await this.#turn();
        if (waiting === undefined) continue;
        await this.#try(waiting);
        onProgress?.(all - this.#waiting, all);
      }
    } finally {
      postman.close();
    }
    const put = this.#again.map(({ letter, why }) => ({ line: letter.line, why }));
    return {
      sent: this.#sent,
      before: this.#before,
      refused: byLine(this.#told.refused),
      later: byLine([...this.#told.later, ...put]),
      doubt: byLine(this.#told.doubt),
      left: this.#fresh.map(({ letter }) => letter.line).toReversed(),
      ...(this.#stopped !== undefined && { stopped: this.#stopped }),
      interrupted: signal.aborted && this.#waiting > 0,
    };
  }

  /** Whose turn it is; undefined after a wait for it. */
  async #turn(): Promise<Waiting | undefined> {
    const { now, wait, signal } = this.#it;
    const time = now();
    const ready = this.#again.findIndex(({ from }) => from <= time);
    const first = this.#again.reduce((at, { from }) => Math.min(at, from), Infinity);
    const from = Math.max(this.#next, ready >= 0 || this.#fresh.length > 0 ? 0 : first);
    if (from > time) {
      await wait(from - time, signal);
      return undefined;
    }
    return ready >= 0 ? this.#again.splice(ready, 1)[0] : this.#fresh.pop();
  }

  async #try(waiting: Waiting): Promise<void> {
    const { postman, standing, record, interval, attempts, now } = this.#it;
    const { line, key, envelope, message } = waiting.letter;
    let begun = false;
    const delivery = await postman.deliver(envelope, await message(), () => {
      record(key, 'sending');
      begun = true;
    });
    const { kind } = delivery;
    this.#unreached = kind === 'down' && !begun ? this.#unreached + 1 : 0;
    this.#next = now() + (this.#unreached > 0 ? this.#delay(this.#unreached) : interval);
    if (kind === 'sent') {
      record(key, 'sent');
      this.#sent.push(line);
    } else if (kind === 'doubt') this.#told.doubt.push({ line, why: delivery.why });
    else if (kind === 'refused') {
      record(key, 'refused');
      this.#told.refused.push({ line, why: delivery.why });
    } else {
      // An earlier copy that may have arrived is not undone by this one.
      if (begun && standing.get(key) !== 'doubt') record(key, 'unsent');
      if (kind === 'stop' || this.#unreached >= attempts) this.#stopped = delivery.why;
      if (kind === 'later' || begun) this.#retry(waiting, delivery.why);
      else (waiting.tries > 0 ? this.#again : this.#fresh).push(waiting);
    }
  }

  #retry({ letter, tries }: Waiting, why: string): void {
    const times = tries + 1;
    if (times >= this.#it.attempts) this.#told.later.push({ line: letter.line, why });
    else this.#again.push({ letter, tries: times, from: this.#it.now() + this.#delay(times), why });
  }

  #delay(times: number): number {
    return this.#it.backOff * 4 ** (times - 1);
  }
}

/** Sends. Whatever happens to one message, the others are tried. @throws what `record` throws */
export const sendLetters = (letters: readonly Letter[], sending: Sending): Promise<SendReport> =>
  new Run(letters, sending).go();
