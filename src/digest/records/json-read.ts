import { createScanner } from 'jsonc-parser';
import { fromPython, pythonAsJson } from './json-python.ts';
import { ScanError, SyntaxKind } from './json-tokens.ts';
import type { Reading } from './values.ts';

/** What Python and JavaScript print for a value that JSON has no word for. */
const words: ReadonlyMap<string, string> = new Map([
  ['NaN', 'null'],
  ['Infinity', 'null'],
  ['undefined', 'null'],
  ['None', 'null'],
  ['True', 'true'],
  ['False', 'false'],
]);

/** The same value without comments, surplus commas and control characters in strings; nothing if a string is broken. */
function mended(text: string): string | undefined {
  const scanner = createScanner(text, true);
  const tokens: string[] = [];
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.StringLiteral) {
      const error = scanner.getTokenError();
      if (error !== ScanError.None && error !== ScanError.InvalidCharacter) return undefined;
      tokens.push(JSON.stringify(scanner.getTokenValue()));
      continue;
    }
    const start = scanner.getTokenOffset();
    const raw = text.slice(start, start + scanner.getTokenLength());
    const closes = token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken;
    const surplus =
      (closes && tokens.at(-1) === ',') || (raw === 'Infinity' && tokens.at(-1) === '-');
    if (surplus) tokens.pop();
    tokens.push(words.get(raw) ?? raw);
  }
  return tokens.join('');
}

function parsed(text: string): Reading {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The engine quotes the text, which may be long.
    return {
      ok: false,
      why: (message.split('"', 1)[0] ?? '').replace(/,? ?(?:\.\.\.)?$/, '').slice(0, 120),
    };
  }
}

/**
 * Reads a JSON value, also one that is JSON but for comments, surplus commas, `NaN` and `None`, or
 * control characters inside strings, and what Python prints of one.
 */
export function readJson(text: string): Reading {
  const strict = parsed(text);
  if (strict.ok) return strict;
  const python = pythonAsJson(text);
  const again = mended(python ?? text);
  if (again === undefined) return strict;
  const lenient = parsed(again);
  if (!lenient.ok) return strict;
  return python === undefined ? lenient : { ok: true, value: fromPython(lenient.value) };
}
