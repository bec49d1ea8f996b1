/** Digests that were not read: where nobody asks what they say, their accounts are enough. */
import type { Account } from './account-lines.ts';
import type { ReadDigest } from './captures.ts';
import { Outdated } from './unopened.ts';

/** A digest but for what it says. */
export interface RestingDigest extends Pick<ReadDigest, 'name' | 'file' | 'hash'> {
  readonly part: string | undefined;
  readonly capture: string | undefined;
  readonly account: Account;
}

/** A digest of which nobody asks what it says; who does reads the archive as a whole. */
export class UnreadDigest implements ReadDigest {
  readonly name: ReadDigest['name'];
  readonly file: string;
  readonly part?: string;
  readonly hash: string;
  readonly capture?: string;
  readonly account: Account;

  constructor({ name, file, part, hash: own, capture, account }: RestingDigest) {
    this.name = name;
    this.file = file;
    if (part !== undefined) this.part = part;
    this.hash = own;
    if (capture !== undefined) this.capture = capture;
    this.account = account;
  }

  get parsed(): never {
    throw new Outdated(`${this.file} was not read`);
  }

  get text(): never {
    throw new Outdated(`${this.file} was not read`);
  }
}
