/**
 * A list as an address: its papers' ids behind the `#`, which browsers send to no server. Packed (deflate, base64url),
 * since titles make long ids that have words in common.
 */
import { paperForm } from './names.ts';

export interface SharedList {
  /** Empty for the reading list. */
  readonly name: string;
  readonly papers: readonly string[];
}

/** Characters up to which programs that pass addresses on are known to leave them whole. */
export const safeLength = 8000;

/** Bytes that an address may unpack to: no list of papers has as many. */
const longest = 5_000_000;

const start = '#list=';

const base64url = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: BlobPart[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (value === undefined) continue;
    length += value.length;
    if (length > longest) {
      await reader.cancel();
      throw new RangeError('The address holds more than a list.');
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The part of an address from its `#` on. */
export async function writeFragment({ name, papers }: SharedList): Promise<string> {
  const bytes = new TextEncoder().encode([name, ...papers].join('\n'));
  return start + base64url(await through(bytes, new CompressionStream('deflate-raw')));
}

/**
 * The list in an address.
 *
 * @param fragment from the `#` on
 * @returns undefined if it holds none; `broken` if it is not whole, or not of this kind
 */
export async function readFragment(fragment: string): Promise<SharedList | 'broken' | undefined> {
  if (!fragment.startsWith(start)) return undefined;
  try {
    const packed = fragment.slice(start.length).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      await through(bytes, new DecompressionStream('deflate-raw')),
    );
    const [name = '', ...papers] = text.split('\n');
    if (papers.length === 0 || !papers.every((id) => paperForm.test(id))) return 'broken';
    return { name: name.slice(0, 60), papers: [...new Set(papers)] };
  } catch {
    return 'broken';
  }
}
