import { parsed } from '../shapes.ts';

/** The value of an answer that is to be JSON, or why it is none. */
export function jsonOf(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string } {
  const value = parsed(text);
  if (value !== undefined) return { ok: true, value };
  const isPage = /^\s*</.test(text);
  return {
    ok: false,
    why: isPage ? 'a web page came instead of JSON' : 'no JSON came, or not all of it',
  };
}
