import { readFileSync } from 'node:fs';

const lines = readFileSync(
  new URL('../../content/digests/2025-03-11-trending.txt', import.meta.url),
  'utf8',
).split('\n');

/** A line of the founding digest, counted from 1. */
export function foundingLine(number: number): string {
  const line = lines[number - 1];
  if (line === undefined) throw new RangeError(`the digest has no line ${number}`);
  return line;
}

/** Its titles and abstracts, each with its line. */
export const foundingTexts: readonly (readonly [number, string])[] = lines
  .map((line, index) => [index + 1, line] as const)
  .filter(([number, line]) => number > 10 && line !== '');
