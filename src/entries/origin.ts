import { createHash } from 'node:crypto';

const originLine = /(?<![^\n])origin:[^\n]*\n/;

/** Git may have turned LF into CRLF on the way to another machine; that is no edit. */
function withoutAccidents(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/** Where the frontmatter ends: index of its closing fence, or 0 if there is none. */
function frontmatterEnd(text: string): number {
  return text.startsWith('---\n') ? Math.max(text.indexOf('\n---\n', 3) + 1, 0) : 0;
}

/**
 * Hash of an entry's file text, its `origin:` line left out, so that the text can hold its own hash.
 *
 * @returns 16 hexadecimal digits (64 bits of SHA-256)
 */
export function originOf(fileText: string): string {
  const text = withoutAccidents(fileText);
  const end = frontmatterEnd(text);
  const plain = text.slice(0, end).replace(originLine, '') + text.slice(end);
  return createHash('sha256').update(plain).digest('hex').slice(0, 16);
}

/**
 * Whether a person has changed the entry since the loader wrote it.
 * An entry without `origin:` was written by a person.
 */
export function isEdited(fileText: string, origin: string | undefined): boolean {
  return origin === undefined || origin !== originOf(fileText);
}
