/** Chance that is the same on every machine and for every build: hashes in place of random numbers. */

/** Mixes 32 bits (the finaliser of MurmurHash3, Appleby 2011). */
export function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** A number for a text (FNV-1a over UTF-16 units, mixed): 0 to 2³² − 1. */
export function hashText(text: string): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  return mix(bits);
}

/** A number from 0 to below 1 for 32 bits. */
export const fraction = (bits: number): number => (bits >>> 0) / 0x1_0000_0000;
