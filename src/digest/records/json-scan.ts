import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { TextRange } from '../model.ts';
import type { Member } from './find-records.ts';
import { ScanError, SyntaxKind } from './json-tokens.ts';

/** Runs to the end of the value whose first token has just been scanned. */
function skip(scanner: JSONScanner, first: number): boolean {
  let depth = 0;
  for (let token = first; ; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) depth++;
    else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken)
      depth--;
    else if (token === SyntaxKind.EOF) return false;
    if (depth <= 0) return scanner.getTokenError() !== ScanError.UnexpectedEndOfString;
  }
}

/**
 * The values inside an object or array, or one after the other at the top of a text. Comments and
 * missing or surplus commas are passed over; what the values hold is not looked at. Linear in the
 * length of the range.
 *
 * @param scanner a scanner of the whole text, free to be moved
 * @param container the object or array; without it, the values at the top
 */
export function* jsonMembers(scanner: JSONScanner, container?: TextRange): Generator<Member> {
  scanner.setPosition(container === undefined ? 0 : container.start + 1);
  const limit = container?.end ?? Infinity;
  let key: string | undefined;
  let pending: (TextRange & { readonly text: string; readonly cut: boolean }) | undefined;
  for (;;) {
    const token = scanner.scan();
    const start = scanner.getTokenOffset();
    if (token === SyntaxKind.ColonToken) {
      key = pending?.text;
      pending = undefined;
      continue;
    }
    if (pending) {
      yield { kind: 'scalar', start: pending.start, end: pending.end, cut: pending.cut };
      pending = undefined;
    }
    if (token === SyntaxKind.EOF || start >= limit) return;
    if (token === SyntaxKind.CommaToken) key = undefined;
    const closes = token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken;
    if (closes && container !== undefined) return;
    if (closes || token === SyntaxKind.CommaToken) continue;
    const opens = token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken;
    if (token === SyntaxKind.StringLiteral && key === undefined) {
      // A name or a value: the next token tells.
      const cut = scanner.getTokenError() === ScanError.UnexpectedEndOfString;
      const end = start + scanner.getTokenLength();
      pending = { start, end, text: scanner.getTokenValue(), cut };
      continue;
    }
    const whole = skip(scanner, token);
    const end = scanner.getTokenOffset() + scanner.getTokenLength();
    const kind = !opens ? 'scalar' : token === SyntaxKind.OpenBraceToken ? 'object' : 'array';
    yield { kind, start, end, cut: !whole, ...(key !== undefined && { key }) };
    // The caller may have moved the scanner.
    scanner.setPosition(end);
    key = undefined;
    if (!whole) return;
  }
}

export const newScanner = (text: string): JSONScanner => createScanner(text, true);
