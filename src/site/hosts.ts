/** Other hosts that pages ask because an owner wants them to: what browsers allow, and what readers are told. Pure. */
import { createHash } from 'node:crypto';

/** Of the settings, the tags that an owner adds to the head of every page. */
export interface WithHead {
  readonly head: readonly {
    readonly tag: string;
    readonly hosts: readonly string[];
    readonly why: string;
    readonly content?: string | undefined;
  }[];
}

/** A host as an owner names it: an origin, or all hosts below a domain. No character that ends a policy's directive. */
export const hostPattern = /^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?$/;

/** The origin that an attribute's address asks; undefined if it is the site's own, or no address of the web. */
export function otherHost(address: string | true | undefined): string | undefined {
  const own = 'https://offprint.invalid';
  const url = typeof address === 'string' ? URL.parse(address, own) : null;
  return url === null || url.origin === own || url.origin === 'null' ? undefined : url.origin;
}

/** Whether an origin is one of the hosts, or below one that begins with `*.`. */
export const isNamed = (origin: string, hosts: readonly string[]): boolean =>
  hosts.some((host) => {
    const [scheme, domain] = host.split('*');
    return domain === undefined
      ? origin === host
      : origin.startsWith(scheme ?? '') && origin.endsWith(domain);
  });

/** What a policy needs to let exactly this inline script run. */
export const hashOf = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const unique = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

/** Every host that pages may ask. */
export const hostsOf = ({ head }: WithHead): string[] => unique(head.map(({ hosts }) => hosts));

/** What the head's tags ask other hosts for, as `/about/` tells it. */
export const purposesOf = ({ head }: WithHead): WithHead['head'] =>
  head.filter(({ hosts }) => hosts.length > 0);

/**
 * The content security policy: nothing from another host but what the head's tags name. A script may bring styles,
 * pictures, frames and connections of its hosts along; a host of other tags brings no script. Every page carries it,
 * so that it says nothing twice: styles follow what holds for all.
 *
 * @param inline hashes of the page's own inline scripts
 */
export function policyOf(site: WithHead, inline: readonly string[]): string {
  const scripts = unique(site.head.filter(({ tag }) => tag === 'script').map(({ hosts }) => hosts));
  const hashes = site.head.flatMap(({ content }) =>
    content === undefined ? [] : [hashOf(content)],
  );
  const sources = {
    'default-src': ["'self'", ...hostsOf(site)],
    'base-uri': ["'none'"],
    // 'wasm-unsafe-eval' lets Pagefind compile its WebAssembly.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...scripts, ...inline, ...hashes],
  };
  return Object.entries(sources)
    .map(([directive, from]) => `${directive} ${from.join(' ')}`)
    .join(';');
}
