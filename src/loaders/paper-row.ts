/** A paper as its loader leaves it to the pages: small facts at hand, texts as bytes until somebody reads them. */
import { hash } from 'node:crypto';
import type { PaperData } from './collections.ts';
import type { CapturedText } from './captured.ts';

/** What is long, and read for a paper's own page or by what goes through all texts. */
export interface PaperBody {
  /** The abstract as plain text. */
  readonly text: string;
  /** The abstract as safe HTML. */
  readonly html: string;
  /** The abstract as Markdown, if a digest that held `text` would not give it: it has formulas or emphasis. */
  readonly markdown?: string;
  /** The captures' own texts, where they are not just what the page shows. */
  readonly captured: CapturedText[];
}

/** What is short. */
export type PaperFacts = Omit<PaperData, 'text' | 'captured'>;

/** A paper with all that is known of it. */
export interface ShownPaper {
  readonly facts: PaperFacts;
  readonly body: PaperBody;
  /** Hash of both. */
  readonly digest: string;
}

/** Bytes of the hash that a row begins with, and of the length of the facts after it. */
const hashLength = 32;
const head = hashLength + 4;

/** Bodies that are kept ready: a page asks for its paper's many times, and for few others. */
const mostReady = 32;
const ready = new Map<PaperRow, PaperBody>();

const textOf = ({ buffer, byteOffset }: Uint8Array, start: number, end: number): string =>
  Buffer.from(buffer, byteOffset + start, end - start).toString();

/** A {@link ShownPaper} as bytes. */
export class PaperRow implements ShownPaper {
  readonly bytes: Uint8Array;
  #facts: PaperFacts | undefined;

  /** @param bytes as {@link PaperRow.of} put them together */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  static of(paper: Omit<ShownPaper, 'digest'>): PaperRow {
    const facts = Buffer.from(JSON.stringify(paper.facts));
    const body = Buffer.from(JSON.stringify(paper.body));
    const length = Buffer.alloc(head - hashLength);
    length.writeUInt32LE(facts.length);
    const content = Buffer.concat([length, facts, body]);
    return new PaperRow(Buffer.concat([hash('sha256', content, 'buffer'), content]));
  }

  get digest(): string {
    const { buffer, byteOffset } = this.bytes;
    return Buffer.from(buffer, byteOffset, hashLength).toString('base64url');
  }

  get facts(): PaperFacts {
    const facts: PaperFacts = this.#facts ?? JSON.parse(textOf(this.bytes, head, this.#bodyStart));
    this.#facts = facts;
    return facts;
  }

  get body(): PaperBody {
    const known = ready.get(this);
    if (known) return known;
    const body: PaperBody = JSON.parse(textOf(this.bytes, this.#bodyStart, this.bytes.length));
    const [oldest] = ready.size >= mostReady ? ready.keys() : [];
    if (oldest) ready.delete(oldest);
    ready.set(this, body);
    return body;
  }

  get #bodyStart(): number {
    const { buffer, byteOffset } = this.bytes;
    return head + new DataView(buffer, byteOffset).getUint32(hashLength, true);
  }
}
