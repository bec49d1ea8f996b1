/*
 * The numbers of jsonc-parser's tokens and scan errors. Its own names for them are const enums, which
 * do not exist at run time.
 */

/** @see https://github.com/microsoft/node-jsonc-parser/blob/main/src/main.ts SyntaxKind */
export const SyntaxKind = {
  OpenBraceToken: 1,
  CloseBraceToken: 2,
  OpenBracketToken: 3,
  CloseBracketToken: 4,
  CommaToken: 5,
  ColonToken: 6,
  StringLiteral: 10,
  EOF: 17,
} as const;

/** The same file, ScanError. */
export const ScanError = {
  None: 0,
  UnexpectedEndOfString: 2,
  InvalidCharacter: 6,
} as const;
