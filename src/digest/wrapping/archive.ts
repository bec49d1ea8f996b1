/** gzip and zip. Pure: what is in them is read, and never written under the name it has there. */
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** Most bytes that are unpacked of one capture. */
export const mostUnpacked = 100_000_000;

/** What may still be unpacked, archives within archives included. */
export interface Budget {
  bytes: number;
}
export const newBudget = (): Budget => ({ bytes: mostUnpacked });
const mostMembers = 1000;

export interface Member {
  /** Path in the archive; empty for the one of gzip. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Unpacking =
  | {
      readonly ok: true;
      readonly members: readonly Member[];
      /** Members that were not unpacked, and why. */
      readonly left: readonly { readonly name: string; readonly why: string }[];
    }
  | { readonly ok: false; readonly why: string };

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);
const isGzip = (bytes: Uint8Array): boolean => begins(bytes, [0x1f, 0x8b]);
const isZip = (bytes: Uint8Array): boolean => begins(bytes, [0x50, 0x4b, 0x03, 0x04]);

const tooLarge = `it unpacks to more than ${mostUnpacked / 1e6} MB`;

function gunzip(bytes: Uint8Array, budget: Budget): Unpacking {
  try {
    const inner = gunzipSync(bytes, { maxOutputLength: Math.max(budget.bytes, 1) });
    budget.bytes -= inner.length;
    return { ok: true, members: [{ name: '', bytes: inner }], left: [] };
  } catch (error) {
    const large = error instanceof RangeError;
    return { ok: false, why: large ? tooLarge : 'it is gzip, but broken off or damaged' };
  }
}

/** Documents that are zip files, by a member that each has. */
const offices: readonly (readonly [member: RegExp, what: string])[] = [
  [/^word\//, 'a Word document; save it as plain text or HTML'],
  [/^xl\//, 'an Excel workbook; save the sheet as CSV'],
  [/^ppt\//, 'a PowerPoint document; save it as plain text'],
  [/^META-INF\/container\.xml$/, 'an e-book'],
  [/^content\.xml$/, 'an OpenDocument file; save it as plain text, HTML or CSV'],
];

/** What systems add, and nobody put there. */
const isClutter = (name: string): boolean =>
  name.endsWith('/') || /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/.test(name);

const leadsOut = (name: string): boolean =>
  /^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name);

function unzip(bytes: Uint8Array, budget: Budget): Unpacking {
  const left: { name: string; why: string }[] = [];
  const seen = new Set<string>();
  let [office, refused] = ['', ''];
  const wanted = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    office ||= offices.find(([member]) => member.test(name))?.[1] ?? '';
    if (office !== '' || refused !== '') return false;
    if (leadsOut(name)) left.push({ name, why: 'its name leads out of the archive' });
    else if (seen.has(name)) left.push({ name, why: 'another file of the archive has its name' });
    else if (!isClutter(name)) {
      seen.add(name);
      budget.bytes -= originalSize;
      if (budget.bytes < 0) refused = tooLarge;
      if (seen.size > mostMembers) refused = `it holds more than ${mostMembers} files`;
      return refused === '';
    }
    return false;
  };
  try {
    const files = unzipSync(bytes, { filter: wanted });
    if (office !== '') return { ok: false, why: `it is ${office}` };
    if (refused !== '') return { ok: false, why: refused };
    const members = Object.entries(files).map(([name, inner]) => ({ name, bytes: inner }));
    if (members.length === 0 && left.length === 0) return { ok: false, why: 'it is an empty zip' };
    return { ok: true, members, left };
  } catch {
    const why = 'it is zip, but broken off, damaged, or locked with a password';
    return { ok: false, why: office === '' ? why : `it is ${office}` };
  }
}

/**
 * Unpacks gzip or zip, one layer of it.
 *
 * @param budget what may be unpacked; less what was
 * @returns undefined for bytes that are neither
 */
export function unpack(bytes: Uint8Array, budget: Budget): Unpacking | undefined {
  if (isGzip(bytes)) return gunzip(bytes, budget);
  return isZip(bytes) ? unzip(bytes, budget) : undefined;
}
