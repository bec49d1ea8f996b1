/** What stands for an address where none may be: hashes that only who has the key can make. */
import { createHmac } from 'node:crypto';

/** Characters of a key at least: one that is guessed would let addresses be tried. */
export const shortestKey = 16;

/** HMAC-SHA-256 (RFC 2104) of some words, which cannot run into each other. */
const keyed = (key: string, ...words: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(words)).digest('base64url');

/** An address in the ledger of a digest: in that of another digest it is another. */
export const ledgerKey = (key: string, digest: string, same: string): string =>
  keyed(key, 'ledger', digest, same);

/** Tells whether a ledger was kept with this key. */
export const keyMark = (key: string, digest: string): string => keyed(key, 'key', digest);

/** What of a message's id stands before the `@`: the same whenever the digest is sent to the address. */
export const messageName = (key: string, digest: string, same: string): string =>
  keyed(key, 'message', digest, same);

/** Who unsubscribes, in an address that asks for it: the same in every mail. */
export const leaveToken = (key: string, same: string): string => keyed(key, 'leave', same);
