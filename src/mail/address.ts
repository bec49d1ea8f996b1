/** Addresses of people. */
import { domainToASCII } from 'node:url';

export interface Address {
  /** As it is written to: the domain in ASCII, the rest as given. */
  readonly address: string;
  /** The same for all ways to write the address: servers may tell `Ada@` from `ada@`, and none does. */
  readonly same: string;
}

/** Of RFC 5321: octets of a path, and of what stands before the `@`. */
const [longest, longestLocal] = [254, 64];

/** RFC 5322's dot-atom, with the letters of RFC 6532; or a quoted string without what could end a header or a path. */
const local =
  /^(?:[\w!#$%&'*+/=?^`{|}~\-\u{a1}-\u{10ffff}]+(?:\.[\w!#$%&'*+/=?^`{|}~\-\u{a1}-\u{10ffff}]+)*|"(?:[ !#-;=?-[\]-~]|\\[ !-;=?-~])+")$/u;
const domain =
  /^(?=.{1,253}$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/;
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/**
 * Reads one address, alone: `ada@example.org`, `"ada l"@example.org`, `ada@bücher.example`.
 *
 * @returns undefined for what is no address, or has characters that nobody sees
 */
export function readAddress(text: string): Address | undefined {
  const at = text.lastIndexOf('@');
  const name = text.slice(0, at).normalize('NFC');
  const host = domainToASCII(text.slice(at + 1)).toLowerCase();
  if (at < 1 || unseen.test(text) || !local.test(name) || !domain.test(host)) return undefined;
  const address = `${name}@${host}`;
  if (Buffer.byteLength(name) > longestLocal || Buffer.byteLength(address) > longest)
    return undefined;
  return { address, same: address.toLowerCase() };
}

/** An address with the name of whom it belongs to. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/**
 * Reads `Tea Digests <tea@example.org>`, or an address alone.
 *
 * @param otherwise the name of an address that comes without one
 */
export function readSender(text: string, otherwise: string): Sender | undefined {
  const [, name = '', inside] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const found = readAddress((inside ?? text).trim());
  if (found === undefined || unseen.test(name)) return undefined;
  const said = name.trim().replace(/^"(.*)"$/, '$1');
  return { name: said === '' ? otherwise : said, address: found.address };
}
