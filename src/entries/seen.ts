/** What was read, byte for byte: only that may be remembered, not what stands in the files later. */
import { createHash, hash } from 'node:crypto';

/** The files that a load has read, each with the hash of the bytes that were read. */
export class Seen {
  readonly #hashes = new Map<string, string>();

  /** Notes the bytes of a file, read or written. */
  note(file: string, bytes: Uint8Array | string): void {
    this.noteHash(file, hash('sha256', bytes));
  }

  /** Notes a file of which the bytes are known by their SHA-256 (hexadecimal). */
  noteHash(file: string, hash: string): void {
    this.#hashes.set(file, hash);
  }

  /** The SHA-256 of a file as it was read (hexadecimal); undefined if it was not. */
  hashOf(file: string): string | undefined {
    return this.#hashes.get(file);
  }

  /** Forgets the files of a folder, which is about to be read again. */
  forget(folder: string): void {
    for (const file of this.#hashes.keys()) {
      if (file.startsWith(`${folder}/`)) this.#hashes.delete(file);
    }
  }

  /** Equal for the same bytes in the same files. */
  fingerprint(): string {
    const all = createHash('sha256');
    for (const file of [...this.#hashes.keys()].toSorted()) {
      all.update(`${file}\0${this.#hashes.get(file) ?? ''}\0`);
    }
    return all.digest('hex').slice(0, 32);
  }
}
