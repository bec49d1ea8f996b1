/** Digests that were not read: where nobody asks what they say, their accounts are enough. */
import type { ReadDigest } from './captures.ts';
import { ClosedDigest } from './unopened-digests.ts';
import { Outdated } from './unopened.ts';

/** A digest of which nobody asks what it says; who does reads the archive as a whole. */
export class UnreadDigest extends ClosedDigest implements ReadDigest {
  get parsed(): never {
    throw new Outdated(`${this.file} was not read`);
  }

  get text(): never {
    throw new Outdated(`${this.file} was not read`);
  }
}
