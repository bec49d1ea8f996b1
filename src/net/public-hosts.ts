/** Which addresses may be asked: those of the open network, over HTTPS. */
import { lookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { Dispatcher } from 'undici';
import { memoise } from '../once.ts';

/**
 * What is not of the open network.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry
 */
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, prefix, 'ipv4');

/** Of IPv6 only 2000::/3 is given out; in it, these lead elsewhere or hold an address of IPv4. */
const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address is of the open network. @param address IPv4 or IPv6, without brackets */
export function isPublic(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special.check(address, 'ipv4');
  if (version !== 6) return false;
  // BlockList holds `::ffff:10.0.0.1` against the networks of IPv4.
  return open.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** Whether a host, as an address has it, is this machine itself: what is asked or told there leaves it never. */
export const isOwnHost = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(host);

/** Why an address must not be asked; undefined where it may. @param address absolute, or what claims to be */
export function refusal(address: string, { own = false } = {}): string | undefined {
  const url = URL.parse(address);
  if (url === null) return 'it is no web address';
  if (url.username !== '' || url.password !== '') return 'it holds a password';
  if (own && url.protocol === 'http:') return undefined;
  if (url.protocol !== 'https:') return 'it is not encrypted (https://)';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return own || isIP(host) === 0 || isPublic(host) ? undefined : 'it is a private address';
}

async function makePublicNetwork(): Promise<Dispatcher> {
  const { Agent } = await import('undici');
  return new Agent({
    connect: {
      lookup: (host, options, done) =>
        lookup(host, { ...options, all: true }, (error, addresses) => {
          if (error) return done(error, '');
          const found = addresses.filter(({ address }) => isPublic(address));
          const [first] = found;
          if (first === undefined) return done(new Error(`${host} is a private address`), '');
          return options.all ? done(null, found) : done(null, first.address, first.family);
        }),
    },
  });
}

/**
 * Connects to the open network alone: a name is looked up where the connection is made, so that it cannot be another
 * address by then. One for the process, made when it is first asked for.
 */
export const publicNetwork = memoise(makePublicNetwork);
