/** Digests whose captures did not change since they were parsed: what they say is loaded when it is looked at. */
import type { CapturedPaper, PaperFacts, ParsedDigest } from '../digest/model.ts';
import type { Account } from './account-lines.ts';
import type { ReadDigest } from './captures.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { marksKey, type PaperMarks } from './marks.ts';
import { Outdated } from './unopened.ts';

/** As much of a digest as planning asks of one that did not change. */
export interface DigestMarks extends Omit<ReadDigest, 'parsed' | 'text' | 'papers'> {
  readonly account: Account;
  readonly problems: readonly Diagnostic[];
  readonly papers: readonly {
    readonly title: string;
    readonly lines: readonly [number, number];
    readonly record?: number;
    readonly marks: PaperMarks;
  }[];
}

/** A digest but for what it says. */
export interface DigestHead extends Pick<ReadDigest, 'name' | 'file' | 'hash'> {
  readonly part?: string | undefined;
  readonly capture?: string | undefined;
  readonly account: Account;
}

/** A digest of which is known what its head tells. */
export abstract class ClosedDigest {
  readonly name: ReadDigest['name'];
  readonly file: string;
  readonly part?: string;
  readonly hash: string;
  readonly capture?: string;
  readonly account: Account;

  constructor({ name, file, part, hash, capture, account }: DigestHead) {
    this.name = name;
    this.file = file;
    if (part !== undefined) this.part = part;
    this.hash = hash;
    if (capture !== undefined) this.capture = capture;
    this.account = account;
  }
}

class UnopenedDigest extends ClosedDigest implements ReadDigest {
  readonly papers: readonly CapturedPaper[];
  readonly #load: () => ReadDigest;

  constructor(marks: DigestMarks, load: () => ReadDigest) {
    super(marks);
    this.papers = marks.papers.map((paper, at) => new UnopenedPaper(this, at, paper));
    this.#load = load;
  }

  get parsed(): ParsedDigest {
    return this.#load().parsed;
  }

  get text(): string {
    return this.#load().text;
  }
}

class UnopenedPaper implements CapturedPaper {
  readonly title: string;
  readonly lines: readonly [number, number];
  readonly record?: number;
  readonly [marksKey]: PaperMarks;
  readonly #digest: UnopenedDigest;
  readonly #at: number;

  constructor(
    digest: UnopenedDigest,
    at: number,
    { title, lines, record, marks }: DigestMarks['papers'][number],
  ) {
    this.title = title;
    this.lines = lines;
    if (record !== undefined) this.record = record;
    this[marksKey] = marks;
    this.#digest = digest;
    this.#at = at;
  }

  get #whole(): CapturedPaper {
    const found = this.#digest.parsed.papers[this.#at];
    if (!found) throw new Outdated(this.#digest.file);
    return found;
  }

  get incomplete(): true | undefined {
    return this.#whole.incomplete;
  }

  get abstract(): string | undefined {
    return this.#whole.abstract;
  }

  get notation(): CapturedPaper['notation'] {
    return this.#whole.notation;
  }

  get facts(): PaperFacts {
    return this.#whole.facts;
  }
}

/**
 * Digests of a capture, as far as their marks tell.
 *
 * @param load gives all of them as they were parsed; undefined if what was kept of them is damaged
 * @param lost is called then, before Outdated is thrown
 */
export function unopened(
  marks: readonly DigestMarks[],
  load: () => readonly ReadDigest[] | undefined,
  lost: () => void,
): ReadDigest[] {
  let whole: readonly ReadDigest[] | undefined;
  return marks.map(
    (digest, at) =>
      new UnopenedDigest(digest, () => {
        whole ??= load();
        const found = whole?.[at];
        if (found) return found;
        lost();
        throw new Outdated(`what was read out of ${digest.file} is lost`);
      }),
  );
}
