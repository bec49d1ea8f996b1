/** Names of files, made from what they hold. */
import { createHash } from 'node:crypto';

/** Short: a plan holds all the names. 36⁸ of them are enough that no two of some thousand parts are alike. */
export const fileName = (content: string | Uint8Array): string =>
  BigInt(`0x${createHash('sha256').update(content).digest('hex')}`)
    .toString(36)
    .slice(-8);
